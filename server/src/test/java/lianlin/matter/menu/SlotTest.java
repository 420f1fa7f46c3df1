package lianlin.matter.menu;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lianlin.kernel.Id;
import lianlin.kernel.time.WorkCalendar;
import lianlin.testing.Answer;
import lianlin.testing.AtOnce;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Services by appointment: evenings, weekends and holidays, and never more orders in a slot than it has places
/// (SRV-03).
@ServerTest
class SlotTest {
    private static final WorkCalendar CALENDAR = WorkCalendar.shipped();

    @Test
    @Tag("SRV-03")
    void slotsFollowTheWorkingCalendar() {
        var evenings = new Opening(Opening.Day.WORKDAYS, null, LocalTime.of(18, 30), LocalTime.of(20, 0), 4);
        var off = new Opening(Opening.Day.DAYS_OFF, null, LocalTime.of(9, 0), LocalTime.of(11, 0), 4);
        var saturday = new Opening(Opening.Day.SATURDAY, null, LocalTime.of(9, 0), LocalTime.of(11, 0), 4);
        var extra =
                new Opening(Opening.Day.DATE, LocalDate.of(2026, 10, 1), LocalTime.of(9, 0), LocalTime.of(11, 0), 4);

        // 2026: off from 1 to 7 October, worked on Sunday 20 September and Saturday 10 October
        assertThat(evenings.on(LocalDate.of(2026, 9, 20), CALENDAR)).isTrue();
        assertThat(off.on(LocalDate.of(2026, 9, 20), CALENDAR)).isFalse();
        assertThat(evenings.on(LocalDate.of(2026, 10, 1), CALENDAR)).isFalse();
        assertThat(off.on(LocalDate.of(2026, 10, 1), CALENDAR)).isTrue();
        assertThat(saturday.on(LocalDate.of(2026, 10, 3), CALENDAR)).isFalse();
        assertThat(saturday.on(LocalDate.of(2026, 10, 17), CALENDAR)).isTrue();
        assertThat(extra.on(LocalDate.of(2026, 10, 1), CALENDAR)).isTrue();
        assertThat(extra.on(LocalDate.of(2026, 10, 2), CALENDAR)).isFalse();
    }

    @Test
    @Tag("SRV-03")
    void everybodyReadsTheSlotsOfFourWeeks(World world) {
        var story = new MenuStory(world);
        var item = appointed(story, opening("SATURDAY", 3), opening("SUNDAY", 2));

        var slots = slots(world, item).items();

        assertThat(slots).isNotEmpty().hasSizeLessThanOrEqualTo(8);
        assertThat(slots).allSatisfy(slot -> {
            var day = Instant.parse(slot.get("starts").asString())
                    .atZone(WorkCalendar.ZONE)
                    .getDayOfWeek();
            assertThat(day).isIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(slot.get("left").asInt()).isEqualTo(day == DayOfWeek.SATURDAY ? 3 : 2);
        });
        story.write(Map.of("kind", "APPOINTMENT", "title", "没有时段")).is(422).problem("item.openings");
        story.write(Map.of("openings", List.of(opening("MONDAY", 2)))).is(422).problem("item.openings-other");
        story.write(Map.of("kind", "APPOINTMENT", "openings", List.of(opening("DATE", 2))))
                .is(422)
                .problem("item.opening-date");
    }

    @Test
    @Tag("SRV-03")
    void anOrderBooksItsSlotAndCancellingGivesItBack(World world) {
        var story = new MenuStory(world);
        var item = appointed(story, opening("DAYS_OFF", 1));
        var first = slots(world, item).text("/items/0/starts");

        story.order(item, Map.of()).is(422).problem("order.slot");
        story.order(item, Map.of("slot", "2020-01-01T09:00:00Z")).is(409).problem("slot.none");
        var resident = story.community.resident();
        var placed = order(resident, item, first).is(201);
        assertThat(placed.text("/order/slot/starts")).isEqualTo(first);
        assertThat(placed.text("/order/wantedOn"))
                .isEqualTo(LocalDate.ofInstant(Instant.parse(first), WorkCalendar.ZONE)
                        .toString());
        assertThat(slots(world, item).number("/items/0/left")).isZero();
        order(story.community.resident(), item, first).is(409).problem("slot.full");

        resident.postAt(
                        1,
                        "/api/service-orders/{id}/steps",
                        Map.of("action", "cancel", "form", Map.of("note", "有事来不了")),
                        placed.id("/order/id"))
                .is(200);
        world.catchUp();
        assertThat(slots(world, item).number("/items/0/left")).isEqualTo(1);
        order(story.community.resident(), item, first).is(201);
    }

    @Test
    @Tag("SRV-03")
    void eightWhoBookAtOnceGetAsManyPlacesAsThereAre(World world) throws Exception {
        var story = new MenuStory(world);
        var item = appointed(story, opening("DAYS_OFF", 3));
        var first = slots(world, item).text("/items/0/starts");
        var residents =
                IntStream.range(0, 8).mapToObj(i -> story.community.resident()).toList();

        var answers = AtOnce.statuses(8, number -> order(residents.get(number), item, first));

        assertThat(answers.stream().filter(status -> status == 201)).hasSize(3);
        assertThat(answers.stream().filter(status -> status == 409)).hasSize(5);
        assertThat(slots(world, item).number("/items/0/left")).isZero();
    }

    @Test
    @Tag("SRV-03")
    void moreBookingsCostNoStatementMore(World world) {
        var story = new MenuStory(world);
        var item = appointed(story, opening("WORKDAYS", 9), opening("DAYS_OFF", 9));
        var few = slots(world, item).statements();
        var first = slots(world, item).text("/items/0/starts");
        IntStream.range(0, 5)
                .forEach(i -> order(story.community.resident(), item, first).is(201));

        assertThat(slots(world, item).statements()).isLessThanOrEqualTo(few);
        assertThat(slots(world, item).number("/items/0/left")).isEqualTo(4);
    }

    private static Answer slots(World world, Id item) {
        return world.visitor().get("/api/service-menu/{id}/slots", item).is(200);
    }

    private static Answer order(Person resident, Id item, String slot) {
        return resident.post("/api/service-orders", Map.of("title", "剪头发", "item", item.toString(), "slot", slot));
    }

    private static Map<String, Object> opening(String day, int places) {
        return Map.of("day", day, "starts", "09:00", "ends", "11:00", "places", places);
    }

    @SafeVarargs
    private static Id appointed(MenuStory story, Map<String, Object>... openings) {
        return story.published(
                new HashMap<>(Map.of("title", "周末理发", "kind", "APPOINTMENT", "openings", List.of(openings))));
    }
}
