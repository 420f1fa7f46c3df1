package lianlin.exchange;

import static lianlin.testing.Importing.move;
import static lianlin.testing.Importing.settled;
import static lianlin.testing.Importing.upload;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import lianlin.kernel.Id;
import lianlin.people.Party;
import lianlin.people.SheetOf;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What becomes of an uploaded sheet when nodes die, when people change their minds, and when time passes (EXC-03).
@ServerTest
class ImportLifeTest {
    private static final int ROWS = 2_500;

    @Test
    @Tag("EXC-03")
    void aSheetWhoseNodeDiedInTheMiddleGoesOnWhereItStopped(World world) {
        var clerk = world.district().clerk();
        var node = new DeadNode(world);
        var batch = node.takes(clerk, sheet(world, ROWS), 1);

        assertThatThrownBy(() -> node.diesAt(batch, 3)).hasRootCauseInstanceOf(DeadNode.Death.class);

        var half = clerk.get("/api/imports/{id}", batch.id()).is(200);
        assertThat(half.text("/state")).isEqualTo("CHECKING");
        assertThat(half.number("/checked")).isEqualTo(2_000);
        var staged = staged(world, batch.id());
        assertThat(staged).hasSize(2_000);

        node.isMissed(batch.id());
        var checked = settled(clerk, batch.id());
        assertThat(List.of(checked.text("/state"), checked.number("/rows"), checked.number("/good")))
                .containsExactly("CHECKED", ROWS, ROWS);
        assertThat(staged(world, batch.id())).hasSize(ROWS).containsAll(staged);

        move(clerk, checked, "CONFIRMED", false).is(200);
        assertThat(settled(clerk, batch.id()).number("/applied")).isEqualTo(ROWS);
        assertThat(clerk.get("/api/members").number("/total")).isEqualTo(ROWS);
        assertThat(left(world, batch.id())).isZero();
    }

    @Test
    @Tag("EXC-03")
    void aNodeThatWasTakenForDeadDoesNotDisturbTheOneThatTookOver(World world) throws Exception {
        var clerk = world.district().clerk();
        var node = new DeadNode(world);
        var batch = node.takes(clerk, sheet(world, ROWS), 1);
        var reached = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow = CompletableFuture.runAsync(() -> node.standsStillAt(batch, 2, reached, goOn));
        assertThat(reached.await(120, TimeUnit.SECONDS)).isTrue();

        node.isMissed(batch.id());
        var checked = settled(clerk, batch.id());
        goOn.countDown();
        slow.get(120, TimeUnit.SECONDS);

        assertThat(checked.number("/good")).isEqualTo(ROWS);
        assertThat(clerk.get("/api/imports/{id}", batch.id()).json()).isEqualTo(checked.json());
        move(clerk, checked, "CONFIRMED", false).is(200);
        assertThat(settled(clerk, batch.id()).number("/applied")).isEqualTo(ROWS);
        assertThat(clerk.get("/api/members").number("/total")).isEqualTo(ROWS);
    }

    @Test
    @Tag("EXC-03")
    void whatIsCancelledInTheMiddleLeavesNothing(World world) throws Exception {
        var clerk = world.district().clerk();
        var node = new DeadNode(world);
        var batch = node.takes(clerk, sheet(world, ROWS), 1);
        var reached = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow = CompletableFuture.runAsync(() -> node.standsStillAt(batch, 2, reached, goOn));
        assertThat(reached.await(120, TimeUnit.SECONDS)).isTrue();

        var seen = clerk.get("/api/imports/{id}", batch.id()).is(200);
        move(clerk, seen, "CANCELLED", false).is(200);
        goOn.countDown();
        slow.get(120, TimeUnit.SECONDS);

        var cancelled = clerk.get("/api/imports/{id}", batch.id()).is(200);
        assertThat(cancelled.text("/state")).isEqualTo("CANCELLED");
        assertThat(left(world, batch.id())).isZero();
        assertThat(clerk.get("/api/members").number("/total")).isZero();
        move(clerk, cancelled, "CONFIRMED", false).is(409).problem("import.move");
        clerk.get("/api/imports/{id}/annotated", batch.id()).is(409).problem("import.gone");
    }

    @Test
    @Tag("EXC-03")
    void aSheetThatWasConfirmedIsWrittenOnceAlthoughItsNodeDied(World world) {
        var clerk = world.district().clerk();
        var checked =
                settled(clerk, upload(clerk, sheet(world, 20)).send().is(201).id());
        // the node took it after the confirmation and died before its transaction ended
        world.server().owner().execute("""
                        UPDATE exchange.import_batch SET state = 'APPLYING', attempts = 1, version = version + 1,
                               leased = now() + interval '1 hour' WHERE id = ?
                        """, checked.id().value());
        var applying = clerk.get("/api/imports/{id}", checked.id()).is(200);
        assertThat(applying.text("/state")).isEqualTo("APPLYING");
        move(clerk, applying, "CANCELLED", false).is(409).problem("import.move");

        new DeadNode(world).isMissed(checked.id());

        var applied = settled(clerk, checked.id());
        assertThat(applied.number("/applied")).isEqualTo(20);
        assertThat(clerk.get("/api/members").number("/total")).isEqualTo(20);
        assertThat(facts(world, checked.id(), "APPLIED")).isEqualTo(1);
        assertThat(left(world, checked.id())).isZero();
    }

    @Test
    @Tag("EXC-03")
    void aSheetThatTakesLongKeepsNoOtherDistrictWaiting(World world) {
        var clerk = world.district().clerk();
        var checked =
                settled(clerk, upload(clerk, sheet(world, 20)).send().is(201).id());
        var neighbour = world.neighbour();

        world.server().owner().transaction(step -> {
            step.dsl()
                    .execute(
                            "SELECT FROM organization.organization WHERE jurisdiction = ? FOR UPDATE",
                            world.jurisdiction());
            move(clerk, checked, "CONFIRMED", false).is(200);
            var other = neighbour.district().clerk();
            assertThat(settled(
                                    other,
                                    upload(other, sheet(neighbour, 20))
                                            .send()
                                            .is(201)
                                            .id())
                            .text("/state"))
                    .isEqualTo("CHECKED");
            assertThat(clerk.get("/api/imports/{id}", checked.id()).text("/state"))
                    .isIn("CONFIRMED", "APPLYING");
        });

        assertThat(settled(clerk, checked.id()).number("/applied")).isEqualTo(20);
    }

    @Test
    @Tag("EXC-03")
    void aSheetAtWhichNodesDieAgainAndAgainIsGivenUp(World world) {
        var clerk = world.district().clerk();
        var node = new DeadNode(world);
        var batch = node.takes(clerk, sheet(world, 20), 3);

        node.isMissed(batch.id());

        var ended = settled(clerk, batch.id());
        assertThat(ended.text("/state")).isEqualTo("REJECTED");
        assertThat(ended.text("/problem")).isEqualTo("处理这份表格时出了错；没有写入任何一行。请稍后重新上传。");
        assertThat(clerk.get("/api/members").number("/total")).isZero();
    }

    @Test
    @Tag("EXC-03")
    @Tag("IDN-14")
    void nothingOfAnUploadIsKeptForLongerThanADay(World world) {
        var clerk = world.district().clerk();
        var forgotten = settled(
                clerk, upload(clerk, withABadRow(world, 1)).send().is(201).id());
        var partial = settled(
                clerk, upload(clerk, withABadRow(world, 3)).send().is(201).id());
        move(clerk, partial, "CONFIRMED", true).is(200);
        settled(clerk, partial.id());
        var cancelled = settled(
                clerk, upload(clerk, withABadRow(world, 5)).send().is(201).id());
        move(clerk, cancelled, "CANCELLED", false).is(200);
        var fresh = settled(
                clerk, upload(clerk, withABadRow(world, 7)).send().is(201).id());
        for (var old : List.of(forgotten, partial, cancelled)) {
            world.server()
                    .owner()
                    .execute(
                            "UPDATE exchange.import_batch SET received = received - interval '25 hours' WHERE id = ?",
                            old.id().value());
        }

        world.bean(ImportWorker.class).clean(Instant.now());

        for (var old : List.of(forgotten, partial, cancelled)) {
            assertThat(left(world, old.id())).isZero();
            assertThat(clerk.get("/api/imports/{id}/rows", old.id()).is(200).items())
                    .isEmpty();
            clerk.get("/api/imports/{id}/annotated", old.id()).is(409).problem("import.gone");
        }
        var expired = clerk.get("/api/imports/{id}", forgotten.id()).is(200);
        assertThat(expired.text("/state")).isEqualTo("CANCELLED");
        assertThat(expired.text("/problem")).isEqualTo("上传后 24 小时没有确认，已自动取消，文件已删除。");
        assertThat(clerk.get("/api/imports/{id}", partial.id()).text("/state")).isEqualTo("APPLIED");
        assertThat(clerk.get("/api/members").number("/total")).isEqualTo(1);
        clerk.get("/api/imports/{id}/annotated", fresh.id()).is(200);
        move(clerk, fresh, "CONFIRMED", true).is(200);
        assertThat(settled(clerk, fresh.id()).number("/applied")).isEqualTo(1);
    }

    private static byte[] sheet(World world, int rows) {
        var branch = new Party(world).branch("第一党支部", world.community("滨江"));
        var sheet = new SheetOf();
        for (var row = 0; row < rows; row++) {
            sheet.member("王" + (char) ('一' + row % 900), row + 1, branch.name());
        }
        return sheet.excel();
    }

    private static byte[] withABadRow(World world, int number) {
        var name = "支部" + number;
        new Party(world).branch(name, world.community("滨江"));
        return new SheetOf()
                .member("王一", number, name)
                .member("王二", 100 + number, "没有的支部")
                .excel();
    }

    /// The ids under which the rows will be written.
    private static List<Long> staged(World world, Id batch) {
        return world.server()
                .owner()
                .fetch("SELECT id FROM people.member_intake WHERE import = ?", batch.value())
                .into(Long.class);
    }

    /// How much is kept of a sheet.
    private static int left(World world, Id batch) {
        return world.server()
                .owner()
                .fetchSingle("""
                        SELECT (SELECT count(*) FROM people.member_intake WHERE import = ?) +
                               (SELECT count(*) FROM exchange.import_chunk WHERE import = ?)
                        """, batch.value(), batch.value())
                .get(0, Integer.class);
    }

    private static int facts(World world, Id batch, String state) {
        return world.server()
                .owner()
                .fetchSingle(
                        "SELECT count(*) FROM kernel.journal WHERE subject = 'import' AND subject_id = ? AND to_state = ?",
                        batch.value(),
                        state)
                .get(0, Integer.class);
    }
}
