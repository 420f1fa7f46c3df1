package lianlin.messaging;

import static lianlin.messaging.Inbox.titles;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Id;
import lianlin.people.Party;
import lianlin.testing.Locality;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Notices that people write: whom they reach, and their receipts.
@ServerTest
class NoticeTest {
    private static final int MANY = 3_000;

    @Test
    @Tag("MSG-01")
    void aNoticeReachesTheStaffOfTheOwnPlaceAndNobodyElse(World world) {
        var here = world.community("滨江");
        var writer = here.secretary();
        var clerk = here.clerk();
        var gridWorker = here.gridWorker();
        var resident = here.resident();
        var screen = here.person("SCREEN");
        var next = world.community("河东").clerk();

        assertThat(writer.post("/api/notices/preview", Map.of("kinds", List.of("POSTS")))
                        .is(200)
                        .number("/people"))
                .isEqualTo(2);
        var sent = send(writer, "停水通知", "POSTS").is(201);
        Notices.handOut(world);

        assertThat(titles(world, clerk)).containsExactly("停水通知");
        assertThat(titles(world, gridWorker)).containsExactly("停水通知");
        for (var other : List.of(writer, resident, screen, next)) {
            assertThat(titles(world, other)).isEmpty();
        }
        var message = clerk.get("/api/messages").is(200);
        assertThat(message.text("/items/0/kind/code")).isEqualTo("NOTICE");
        assertThat(message.text("/items/0/subjectId")).isEqualTo(sent.text("/id"));
        assertThat(message.text("/items/0/text")).contains("滨江", "收到");
    }

    @Test
    @Tag("MSG-01")
    void aBranchSecretaryWritesToTheMembersOfTheBranchAndBelow(World world) {
        var here = world.community("滨江");
        var party = new Party(world);
        var committee = party.committee("社区党委", here);
        var branch = party.branch("第一党支部", committee);
        var other = party.branch("第二党支部", committee);
        var clerk = world.district().clerk();
        var member = member(world, clerk, here, branch);
        var elsewhere = member(world, clerk, here, other);
        var secretary = party.secretary(branch, here);

        send(secretary, "周五过组织生活", "MEMBERS").is(201);
        Notices.handOut(world);

        assertThat(titles(world, member)).containsExactly("周五过组织生活");
        assertThat(titles(world, elsewhere)).isEmpty();
        secretary
                .post("/api/notices/preview", Map.of("kinds", List.of("MEMBERS"), "organizations", List.of(other.id())))
                .is(404);
        secretary
                .post("/api/notices/preview", Map.of("kinds", List.of("RESIDENTS")))
                .is(422)
                .problem("notice.residents");
    }

    @Test
    @Tag("MSG-01")
    void residentsAreWrittenToByTheirOwnCommunityAlone(World world) {
        var here = world.community("滨江");
        var resident = here.resident();
        var next = world.community("河东").resident();
        send(world.street("东街街道").clerk(), "不行", "RESIDENTS").is(422).problem("notice.residents");
        send(here.clerk(), "周六义诊", "RESIDENTS").is(201);
        Notices.handOut(world);

        assertThat(titles(world, resident)).containsExactly("周六义诊");
        assertThat(titles(world, next)).isEmpty();
    }

    @Test
    @Tag("MSG-03")
    void receiptsAreCountedByPlaceAndThoseWhoHaveNotReadAreListed(World world) {
        var street = world.street("东街街道");
        var one = world.community("滨江").clerk();
        var two = world.community("滨江").secretary();
        var three = world.community("河东").clerk();
        var writer = street.clerk();
        var notice = send(writer, "报送材料", "POSTS").is(201).id();
        Notices.handOut(world);

        one.put("/api/me/notices/{id}/read", Map.of(), notice).is(204);
        var confirmed =
                three.put("/api/me/notices/{id}/receipt", Map.of(), notice).is(200);
        three.put("/api/me/notices/{id}/receipt", Map.of(), notice).is(200);
        var seen = writer.get("/api/notices/{id}", notice).is(200);
        assertThat(seen.number("/receivers")).isEqualTo(3);
        assertThat(seen.number("/read")).isEqualTo(2);
        assertThat(seen.number("/confirmed")).isEqualTo(1);
        assertThat(confirmed.json().hasNonNull("confirmed")).isTrue();
        var units = seen.json("/units").valueStream().toList();
        assertThat(units).hasSize(2);
        assertThat(units.stream()
                        .mapToInt(unit -> unit.path("receivers").asInt())
                        .sum())
                .isEqualTo(3);
        var unread =
                writer.get("/api/notices/{id}/receivers?missing=READ", notice).is(200);
        assertThat(unread.items()).hasSize(1);
        assertThat(unread.text("/items/0/name")).contains("*").isNotEqualTo(two.name());
        assertThat(Inbox.unread(world, three)).isZero();
        world.community("河东").resident().get("/api/me/notices/{id}", notice).is(404);
        world.community("河东").clerk().get("/api/notices/{id}", notice).is(404);
    }

    @Test
    @Tag("MSG-03")
    void thoseWhoHaveNotConfirmedAreRemindedOnceADay(World world) {
        var here = world.community("滨江");
        var slow = here.clerk();
        var quick = here.clerk();
        var writer = here.secretary();
        var notice = send(writer, "报送材料", "POSTS").is(201).id();
        Notices.handOut(world);
        quick.put("/api/me/notices/{id}/receipt", Map.of(), notice).is(200);

        writer.post("/api/notices/{id}/reminders", Map.of(), notice).is(200);
        Notices.handOut(world);
        assertThat(titles(world, slow)).containsExactly("还没有确认：报送材料", "报送材料");
        assertThat(titles(world, quick)).containsExactly("报送材料");
        writer.post("/api/notices/{id}/reminders", Map.of(), notice).is(409).problem("notice.reminded");
        world.later(Duration.ofDays(1));
        writer.post("/api/notices/{id}/reminders", Map.of(), notice).is(200);
        Notices.handOut(world);
        assertThat(titles(world, slow)).hasSize(3);
        slow.put("/api/me/notices/{id}/receipt", Map.of(), notice).is(200);
        assertThat(Inbox.unread(world, slow)).isZero();
        world.later(Duration.ofDays(1));
        writer.post("/api/notices/{id}/reminders", Map.of(), notice).is(409).problem("notice.confirmed");
    }

    @Test
    @Tag("MSG-01")
    void whoeverIsMeantTwiceIsToldOnceAndABatchThatIsDoneAgainTellsNobodyAgain(World world) {
        var here = world.community("滨江");
        var clerk = here.clerk();
        clerk.also("GRID_WORKER", here);
        var notice = send(here.secretary(), "开会", "POSTS").is(201).id();
        Notices.handOut(world);
        world.server()
                .owner()
                .execute(
                        "UPDATE messaging.notice SET state = 'SENDING', stage = 0, position = 0 WHERE id = ?",
                        notice.value());
        Notices.handOut(world);

        assertThat(titles(world, clerk)).containsExactly("开会");
    }

    @Test
    @Tag("MSG-01")
    void thousandsAreToldInBoundedBatchesAndTheListCostsWhatItCosts(World world) {
        var here = world.community("滨江");
        var writer = here.clerk();
        residents(world, here, MANY);
        var notice = send(writer, "周六义诊", "RESIDENTS").is(201).id();
        var begun = System.nanoTime();
        var batches = Notices.handOut(world);
        var took = Duration.ofNanos(System.nanoTime() - begun);

        var seen = writer.get("/api/notices/{id}", notice).is(200);
        assertThat(seen.number("/receivers")).isEqualTo(MANY);
        assertThat(seen.text("/state")).isEqualTo("SENT");
        assertThat(batches).isLessThanOrEqualTo(MANY / NoticeHandout.AT_ONCE + 3);
        assertThat(took).isLessThan(Duration.ofSeconds(60));
        System.out.println("notice to " + MANY + " people: " + took.toMillis() + " ms in " + batches + " batches");
        assertThat(writer.statements("/api/notices/{id}/receivers?limit=200", notice))
                .isLessThanOrEqualTo(writer.statements("/api/notices/{id}/receivers?limit=1", notice));
    }

    @Test
    void aNoticeNeedsSomebodyToReadItAndADayThatIsNotOver(World world) {
        var here = world.community("滨江");
        send(here.clerk(), "没有人", "MEMBERS").is(409).problem("notice.nobody");
        var late = new HashMap<>(draft("太晚", "POSTS"));
        late.put("confirmBy", world.today().minusDays(1).toString());
        here.clerk().post("/api/notices", late).is(422).problem("notice.by");
        here.gridWorker().post("/api/notices", draft("不许", "POSTS")).is(403);
    }

    private static lianlin.testing.Answer send(Person by, String title, String kind) {
        return by.post("/api/notices", draft(title, kind));
    }

    private static Map<String, Object> draft(String title, String kind) {
        return Map.of("title", title, "text", "请留意。", "audience", Map.of("kinds", List.of(kind)));
    }

    /// Somebody whose account belongs to the person of a member's record.
    private static Person member(World world, Person clerk, Locality here, Party.Org branch) {
        var person = here.resident();
        var record = clerk.post("/api/members", Party.form("王一", world.number(), branch))
                .is(201)
                .id();
        world.server()
                .owner()
                .execute(
                        "UPDATE identity.account SET person = ? WHERE id = ?",
                        record.value(),
                        person.account().value());
        return person;
    }

    private static void residents(World world, Locality here, int many) {
        var owner = world.server().owner();
        var first = Id.next().value();
        owner.execute("""
                INSERT INTO identity.account (id, jurisdiction, person, name, state, created)
                SELECT ? + n, ?, ? + n, '王小' || n, 'ACTIVE', now() FROM generate_series(1, ?) n
                """, first, world.jurisdiction(), first, many);
        owner.execute("""
                INSERT INTO identity.post (jurisdiction, id, account, role, area, place, starts)
                SELECT ?, ? + n, ? + n, 'RESIDENT', ?, '滨江', '2020-01-01' FROM generate_series(1, ?) n
                """, world.jurisdiction(), first, first, here.area().code(), many);
    }
}
