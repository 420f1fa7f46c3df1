package lianlin.kernel.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import lianlin.kernel.Id;
import lianlin.kernel.time.WorkCalendar;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Test;

/// The months of the journal lie in partitions of their own, made before they begin.
@ServerTest
class JournalMonthsTest {
    record ThingNoted(Fact.Header header) implements Fact {}

    @Test
    void thisMonthAndTheNextTwoAreThereBeforeAnythingIsWritten(World world) {
        var month = YearMonth.now(world.server().clock());

        assertThat(partitions(world))
                .containsAll(LongStream.rangeClosed(0, 2)
                        .mapToObj(ahead -> partition(month.plusMonths(ahead)))
                        .toList());
        assertThat(world.server()
                        .owner()
                        .fetchSingle(
                                """
                                SELECT count(*) FROM kernel.journal_default WHERE id >= ? AND id < ?
                                """,
                                first(month).value(),
                                first(month.plusMonths(1)).value())
                        .get(0, Integer.class))
                .as("rows of this month that came before its partition")
                .isZero();
    }

    @Test
    void whatHappensLandsInThePartitionOfItsMonth(World world) {
        var thing = Id.next();
        world.transaction(() -> {
            world.bean(Facts.class).publish(new ThingNoted(Fact.Header.of(world.jurisdiction(), "thing", thing)));
            return thing;
        });

        assertThat(lies(world, "subject_id", thing))
                .isEqualTo(partition(YearMonth.now(world.server().clock())));
    }

    @Test
    void aMonthBeginsAtMidnightInShanghai(World world) {
        var next = YearMonth.now(world.server().clock()).plusMonths(1);
        var begin = next.atDay(1).atStartOfDay(WorkCalendar.ZONE).toInstant();

        assertThat(lies(world, "id", write(world, begin.minusMillis(1)))).isEqualTo(partition(next.minusMonths(1)));
        assertThat(lies(world, "id", write(world, begin))).isEqualTo(partition(next));
    }

    @Test
    void nodesThatOpenAMonthAtOnceOpenItOnce(World world) throws Exception {
        var months = world.bean(JournalMonths.class);
        var month = YearMonth.of(2061, 1 + world.jurisdiction() % 12);
        try (var threads = Executors.newFixedThreadPool(6)) {
            var tries = new ArrayList<Callable<Boolean>>();
            for (var node = 0; node < 6; node++) {
                tries.add(() -> months.open(month));
            }
            assertThat(threads.invokeAll(tries)).extracting(Future::get).containsOnly(true);
        }
        assertThat(partitions(world)).containsOnlyOnce(partition(month));
    }

    @Test
    void aMonthThatHasRowsAlreadyKeepsThemWhereTheyAre(World world) {
        var month = YearMonth.of(2066, 1 + world.jurisdiction() % 12);
        var row = write(world, month.atDay(5).atStartOfDay(WorkCalendar.ZONE).toInstant());

        assertThat(world.bean(JournalMonths.class).open(month)).isFalse();

        assertThat(lies(world, "id", row)).isEqualTo("journal_default");
        assertThat(partitions(world)).doesNotContain(partition(month));
    }

    @Test
    void theApplicationReadsPartitionsThroughTheJournalAlone(World world) {
        var name = partition(YearMonth.now(world.server().clock()));

        assertThatThrownBy(() -> world.inside(() -> world.db().fetch("SELECT FROM kernel." + name)))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> world.inside(() -> world.db().execute("DROP TABLE kernel." + name)))
                .rootCause()
                .hasMessageContaining("must be owner");
    }

    private static Id write(World world, Instant at) {
        var id = Id.at(at, world.number());
        world.inside(() -> world.db().execute("""
                        INSERT INTO kernel.journal (jurisdiction, id, at, kind, subject, subject_id)
                        VALUES (?, ?, ?::timestamptz, 'thing-noted', 'thing', 1)
                        """, world.jurisdiction(), id.value(), at.toString()));
        return id;
    }

    private static String lies(World world, String column, Id id) {
        return world.server()
                .owner()
                .fetchSingle(
                        "SELECT c.relname FROM kernel.journal j JOIN pg_class c ON c.oid = j.tableoid WHERE j.jurisdiction = ? AND j."
                                + column + " = ?",
                        world.jurisdiction(),
                        id.value())
                .get(0, String.class);
    }

    private static List<String> partitions(World world) {
        return world
                .server()
                .owner()
                .fetch("SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'kernel.journal'::regclass")
                .into(String.class)
                .stream()
                .map(name -> name.replace("kernel.", ""))
                .toList();
    }

    private static Id first(YearMonth month) {
        return Id.at(month.atDay(1).atStartOfDay(WorkCalendar.ZONE).toInstant(), 0);
    }

    private static String partition(YearMonth month) {
        return "journal_p%d%02d".formatted(month.getYear(), month.getMonthValue());
    }
}
