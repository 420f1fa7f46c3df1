package lianlin.territory.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import lianlin.testing.Answer;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who is on duty where, and who stands in for whom.
@ServerTest
@Tag("TER-11")
class DutyTest {
    @Test
    void aWeekIsWrittenAsAWholeAndNobodyOverwritesWhatHeHasNotSeen(World world) {
        var community = world.community("滨江");
        var clerk = community.clerk();
        var place = place(clerk, community.code(), "党群服务中心");
        var monday = monday(world, 1);
        var week = write(clerk, place, monday, List.of(), shift(clerk, monday, "09:00", "12:00"))
                .is(200);

        assertThat(names(week)).containsExactly(clerk.name());
        write(clerk, place, monday, List.of()).is(412);
        write(clerk, place, monday, List.of(week.text("/shifts/0/id")), shift(clerk, monday, "08:00", "20:00"))
                .is(200);
    }

    @Test
    void nobodyStandsAtTwoPlacesAtOnce(World world) {
        var community = world.community("滨江");
        var clerk = community.clerk();
        var monday = monday(world, 1);
        var first = place(clerk, community.code(), "党群服务中心");
        var second = place(clerk, community.code(), "先锋驿站");
        write(clerk, first, monday, List.of(), shift(clerk, monday, "09:00", "12:00"))
                .is(200);

        write(clerk, second, monday, List.of(), shift(clerk, monday, "11:00", "13:00"))
                .is(409)
                .problem("duty.overlap");
        write(clerk, second, monday, List.of(), shift(clerk, monday, "12:00", "13:00"))
                .is(200);
        write(
                        clerk,
                        second,
                        monday.plusWeeks(1),
                        List.of(),
                        shift(community.resident(), monday.plusWeeks(1), "09:00", "10:00"))
                .is(422)
                .problem("duty.account");
    }

    @Test
    void theUsualWeekFillsAWeekAndTheStandInComesWhereTheFirstOneCannot(World world) {
        var community = world.community("滨江");
        var clerk = community.clerk();
        var mate = community.secretary();
        var monday = monday(world, 1);
        var place = place(clerk, community.code(), "党群服务中心");
        var other = place(clerk, community.code(), "先锋驿站");
        clerk.put(
                        "/api/duty/pattern",
                        Map.of(
                                "place",
                                place,
                                "shifts",
                                List.of(Map.of(
                                        "weekday",
                                        "MONDAY",
                                        "starts",
                                        "09:00",
                                        "ends",
                                        "12:00",
                                        "account",
                                        clerk.account(),
                                        "standIn",
                                        mate.account()))))
                .is(200);
        write(clerk, other, monday, List.of(), shift(clerk, monday, "10:00", "11:00"))
                .is(200);

        var filled = fill(clerk, place, monday, "PATTERN").is(200);
        assertThat(filled.text("/shifts/0/name")).isEqualTo(mate.name());
        assertThat(fill(clerk, place, monday, "PATTERN").is(200).json("/shifts"))
                .hasSize(1);
        var next = fill(clerk, place, monday.plusWeeks(1), "LAST_WEEK").is(200);
        assertThat(next.text("/shifts/0/name")).isEqualTo(mate.name());
        assertThat(next.text("/shifts/0/heldOn")).isEqualTo(monday.plusWeeks(1).toString());
    }

    @Test
    void aShiftChangesHandsOnlyWithTheConsentOfTheOther(World world) {
        var community = world.community("滨江");
        var clerk = community.clerk();
        var mate = community.secretary();
        var monday = monday(world, 1);
        var place = place(clerk, community.code(), "党群服务中心");
        var week = write(
                        clerk,
                        place,
                        monday,
                        List.of(),
                        shift(clerk, monday, "09:00", "12:00"),
                        shift(mate, monday, "13:00", "17:00"))
                .is(200);
        var mine = week.text("/shifts/0/id");
        var ask = Map.of("shift", mine, "account", mate.account(), "forShift", week.text("/shifts/1/id"));
        var asked = clerk.post("/api/duty/swaps", ask).is(201).text("/asked/0/id");
        clerk.post("/api/duty/swaps", ask).is(409).problem("duty.swap.once");

        clerk.put("/api/duty/swaps/{id}", Map.of("state", "ACCEPTED"), asked)
                .is(409)
                .problem("duty.answer");
        world.catchUp();
        assertThat(mate.get("/api/messages").items("/title")).contains("有人请您替班");
        community
                .gridWorker()
                .put("/api/duty/swaps/{id}", Map.of("state", "ACCEPTED"), asked)
                .is(404);
        mate.put("/api/duty/swaps/{id}", Map.of("state", "ACCEPTED"), asked).is(200);

        var after =
                clerk.get("/api/duty/week?place=" + place + "&monday=" + monday).is(200);
        assertThat(names(after)).containsExactly(mate.name(), clerk.name());
        world.catchUp();
        assertThat(clerk.get("/api/messages").items("/title")).contains("替班已答应");
        mate.put("/api/duty/swaps/{id}", Map.of("state", "DECLINED"), asked).is(409);
    }

    @Test
    void whatWasAgreedCanBeCalledOffBeforeTheShiftBegins(World world) {
        var community = world.community("滨江");
        var clerk = community.clerk();
        var mate = community.secretary();
        var monday = monday(world, 1);
        var place = place(clerk, community.code(), "党群服务中心");
        var week = write(
                        clerk,
                        place,
                        monday,
                        List.of(),
                        shift(clerk, monday, "09:00", "12:00"),
                        shift(mate, monday, "13:00", "17:00"))
                .is(200);
        var mine = week.text("/shifts/0/id");
        var exchange = clerk.get("/api/duty/exchange?shift=" + mine + "&account=" + mate.account())
                .is(200);
        assertThat(exchange.items("/id")).containsExactly(week.text("/shifts/1/id"));
        var ask = Map.of("shift", mine, "account", mate.account(), "forShift", week.text("/shifts/1/id"));
        var asked = clerk.post("/api/duty/swaps", ask).is(201).text("/asked/0/id");
        mate.put("/api/duty/swaps/{id}", Map.of("state", "CALLED_OFF"), asked).is(409);
        mate.put("/api/duty/swaps/{id}", Map.of("state", "ACCEPTED"), asked).is(200);
        assertThat(clerk.get("/api/duty/mine").text("/agreed/0/id")).isEqualTo(asked);

        clerk.put("/api/duty/swaps/{id}", Map.of("state", "CALLED_OFF"), asked).is(200);
        var after =
                clerk.get("/api/duty/week?place=" + place + "&monday=" + monday).is(200);
        assertThat(names(after)).containsExactly(clerk.name(), mate.name());
        assertThat(clerk.get("/api/duty/mine").json("/agreed")).isEmpty();
        world.catchUp();
        assertThat(mate.get("/api/messages").items("/title")).contains("说好的替班作罢");
    }

    @Test
    void aShiftThatHasBegunIsNotCalledOff(World world) {
        var community = world.community("滨江");
        var clerk = community.clerk();
        var mate = community.secretary();
        var today = world.today();
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var place = place(clerk, community.code(), "党群服务中心");
        var week = write(clerk, place, monday, List.of(), shift(clerk, today, "00:00", "00:00"))
                .is(200);
        var asked = clerk.post("/api/duty/swaps", Map.of("shift", week.text("/shifts/0/id"), "account", mate.account()))
                .is(201)
                .text("/asked/0/id");
        mate.put("/api/duty/swaps/{id}", Map.of("state", "ACCEPTED"), asked).is(200);

        clerk.put("/api/duty/swaps/{id}", Map.of("state", "CALLED_OFF"), asked)
                .is(409)
                .problem("duty.gone");
        assertThat(clerk.get("/api/duty/today?area=" + community.code()).items("/name"))
                .containsExactly(mate.name());
        var stands = clerk.get("/api/duty/stands").is(200);
        assertThat(stands.text("/items/0/name")).isEqualTo("党群服务中心");
        assertThat(stands.json("/items/0/shifts").asInt()).isEqualTo(1);
    }

    @Test
    void everybodyReadsWhoIsOnDutyNowWithoutTheGivenName(World world) {
        var community = world.community("滨江");
        var clerk = community.clerk();
        var place = place(clerk, community.code(), "党群服务中心");
        var monday = world.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var today = world.today();
        write(
                        clerk,
                        place,
                        monday,
                        List.of(),
                        shift(clerk, today, "00:00", "12:00"),
                        shift(clerk, today, "12:00", "00:00"))
                .is(200);

        var open = world.visitor()
                .get("/api/duty/on-call?area=" + community.code())
                .is(200);
        assertThat(open.items("/phone")).containsExactly("0757-80000001");
        assertThat(open.text()).doesNotContain(clerk.name(), clerk.account().toString());
        var rest = world.visitor()
                .get("/api/duty/on-call?today=true&area=" + community.code())
                .is(200);
        assertThat(rest.json("/items").size()).isBetween(1, 2);
        assertThat(rest.json("/items/0/now").asBoolean()).isTrue();
        assertThat(rest.text()).doesNotContain(clerk.name());
        world.visitor().get("/api/duty/on-call?area=440000").is(422);
        var known = world.street("东街街道").clerk().get("/api/duty/now").is(200);
        assertThat(known.items("/name")).containsExactly(clerk.name());
    }

    @Test
    void aWeekIsASheetToo(World world) {
        var community = world.community("滨江");
        var clerk = community.clerk();
        var place = place(clerk, community.code(), "党群服务中心");
        clerk.get("/api/duty/week/export?place=" + place).is(200);
    }

    @Test
    void aWeekCostsTheSameForAnyNumberOfShifts(World world) {
        var community = world.community("滨江");
        var clerk = community.clerk();
        var monday = monday(world, 1);
        var place = place(clerk, community.code(), "党群服务中心");
        var path = "/api/duty/week?place=" + place + "&monday=" + monday;
        var one = write(clerk, place, monday, List.of(), shift(clerk, monday, "09:00", "10:00"))
                .is(200)
                .text("/shifts/0/id");
        var cost = clerk.statements(path);
        write(
                        clerk,
                        place,
                        monday,
                        List.of(one),
                        shift(clerk, monday, "09:00", "10:00"),
                        shift(clerk, monday, "10:00", "11:00"),
                        shift(clerk, monday.plusDays(1), "10:00", "11:00"))
                .is(200);

        assertThat(clerk.statements(path)).isEqualTo(cost);
    }

    private static String place(Person clerk, String area, String name) {
        return clerk.post(
                        "/api/places",
                        Map.of(
                                "kind",
                                "TEAHOUSE",
                                "name",
                                name,
                                "area",
                                area,
                                "phone",
                                "0757-80000001",
                                "openToPublic",
                                true))
                .is(201)
                .text("/id");
    }

    private static List<String> names(Answer week) {
        return StreamSupport.stream(week.json("/shifts").spliterator(), false)
                .map(shift -> shift.path("name").asString())
                .toList();
    }

    private static LocalDate monday(World world, int weeks) {
        return world.today()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .plusWeeks(weeks);
    }

    @SafeVarargs
    private static Answer write(
            Person clerk, String place, LocalDate monday, List<String> seen, Map<String, Object>... shifts) {
        return clerk.put(
                "/api/duty/week",
                Map.of("place", place, "monday", monday.toString(), "seen", seen, "shifts", List.of(shifts)));
    }

    private static Answer fill(Person clerk, String place, LocalDate monday, String from) {
        return clerk.post("/api/duty/week/filling", Map.of("place", place, "monday", monday.toString(), "from", from));
    }

    private static Map<String, Object> shift(Person who, LocalDate day, String starts, String ends) {
        return Map.of(
                "heldOn",
                day.toString(),
                "starts",
                starts,
                "ends",
                ends,
                "account",
                who.account().toString());
    }
}
