package lianlin.kernel.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import lianlin.kernel.Id;
import lianlin.kernel.crypto.TreeHash;
import lianlin.kernel.journal.SealVerification.Finding;
import lianlin.kernel.journal.SealVerification.Kind;
import lianlin.kernel.journal.Tampering.Way;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionOperations;

/// Nobody changes the past unseen, not even the owner of the database (IDN-15, S11, abuse case 15). The tamperings
/// happen in a transaction that is taken back, and the verification looks from inside it.
@ServerTest
@Execution(ExecutionMode.SAME_THREAD)
class SealTest {
    record ThingNoted(Fact.Header header, String what) implements Fact {}

    /// The database in the hands of its owner, and a verification that sees what he does.
    private record Hand(DSLContext db, SealStore seals, SealVerification verification, Checkpoints checkpoints) {
        List<Finding> findings(long first, long last) {
            return verification.range(first, last).findings();
        }
    }

    private static final boolean LONG = Boolean.getBoolean("lianlin.test.long");
    private static final int ROUNDS = LONG ? 1_000 : 50;

    @TempDir
    Path files;

    @Test
    @Tag("IDN-15")
    @Tag("S11")
    void randomTamperingsAreAllFoundAndLocated(World world) throws Exception {
        note(world, 20, 15);
        var seed = Long.getLong("lianlin.test.seed", System.nanoTime());
        var random = new Random(seed);
        var ways = new EnumMap<Way, Integer>(Way.class);
        try (var connection = world.server().ownerSource().getConnection()) {
            var hand = hand(world, connection);
            hand.checkpoints().write();
            var mine = mine(world, hand);
            var first = mine.getFirst().number();
            var last = hand.checkpoints().read().getLast().number();
            assertThat(hand.findings(first, last)).isEmpty();
            connection.rollback();
            for (var round = 0; round < ROUNDS; round++) {
                var way = Way.values()[random.nextInt(Way.values().length)];
                var tampering = new Tampering(hand.db(), hand.seals(), world.jurisdiction(), mine, random);
                var expected = tampering.by(way);
                assertThat(hand.findings(first, last))
                        .as("seed %d, round %d: %s", seed, round, way)
                        .containsExactlyInAnyOrderElementsOf(expected);
                ways.merge(way, 1, Integer::sum);
                // others wait for the oldest transaction that is open
                connection.rollback();
            }
            assertThat(hand.findings(first, last)).isEmpty();
            connection.rollback();
        }
        System.out.printf("seed %d: %d tamperings, all found where they are: %s%n", seed, ROUNDS, ways);
    }

    @Test
    @Tag("IDN-15")
    void cuttingOffTheEndAndRewritingEverythingShowAtTheCheckpoint(World world) throws Exception {
        note(world, 6, 10);
        try (var connection = world.server().ownerSource().getConnection()) {
            var hand = hand(world, connection);
            hand.checkpoints().write();
            var last = hand.seals().last().orElseThrow();
            var cut = connection.setSavepoint();
            hand.db().execute("DELETE FROM kernel.seal WHERE number = ?", last.number());
            hand.db()
                    .execute(
                            "DELETE FROM kernel.journal WHERE xid > ?",
                            last.from().xid());
            hand.db()
                    .execute(
                            "UPDATE kernel.listener SET xid = ?, id = ? WHERE name = 'seal'",
                            last.from().xid(),
                            last.from().id());
            assertThat(hand.verification().all().findings()).contains(new Finding(last.number(), null, Kind.TAIL_CUT));
            connection.rollback(cut);

            var row = anyRow(hand, last);
            hand.db().execute("UPDATE kernel.journal SET reason = '' WHERE id = ?", row.value());
            rewrite(hand, world, last);
            assertThat(hand.findings(last.number(), last.number()))
                    .containsExactly(new Finding(last.number(), null, Kind.CHECKPOINT_DIFFERS));
            connection.rollback();
        }
    }

    @Test
    void theFileOfCheckpointsCannotBeChangedUnseen(World world) throws Exception {
        note(world, 2, 5);
        try (var connection = world.server().ownerSource().getConnection()) {
            var hand = hand(world, connection);
            hand.checkpoints().write();
            note(world, 1, 5);
            hand.checkpoints().write();
            hand.checkpoints().write();
            var file = files.resolve("checkpoints/journal.log");
            var lines = Files.readAllLines(file);
            assertThat(lines).hasSize(2);
            assertThat(hand.verification().all().findings()).isEmpty();

            for (var forged : List.of(
                    lines.get(0).replaceFirst("\t\\d+\t", "\t7\t"),
                    lines.get(0).substring(1) + " ",
                    lines.get(1).split("\t")[0]
                            + lines.get(0).substring(lines.get(0).indexOf('\t')),
                    "garbage")) {
                Files.write(file, List.of(forged, lines.get(1)));
                assertThat(hand.verification().all().findings())
                        .extracting(Finding::kind)
                        .contains(Kind.CHECKPOINT_BROKEN);
            }
            connection.rollback();
        }
    }

    @Test
    void everyRowHasAProofThatHoldsWithoutTheOthers(World world) {
        note(world, 3, 7);
        var rows = world.inside(() -> world.db()
                .fetch("SELECT id FROM kernel.journal WHERE kind = 'thing-noted'")
                .into(Long.class));
        var seals = world.bean(Seals.class);

        for (var id : rows) {
            var proof = world.inside(
                            () -> seals.proof(lianlin.kernel.Scope.jurisdiction(world.jurisdiction()), new Id(id)))
                    .orElseThrow();
            var bytes = HexFormat.of().parseHex(proof.row());
            assertThat(TreeHash.verify(bytes, proof.way(), HexFormat.of().parseHex(proof.root())))
                    .isTrue();
            bytes[bytes.length - 1] ^= 1;
            assertThat(TreeHash.verify(bytes, proof.way(), HexFormat.of().parseHex(proof.root())))
                    .isFalse();
        }
        assertThat(world.neighbour()
                        .inside(() -> seals.proof(lianlin.kernel.Scope.jurisdiction(1), new Id(rows.getFirst()))))
                .isEmpty();
    }

    @Test
    @Tag("S11")
    @EnabledIfSystemProperty(named = "lianlin.test.long", matches = "true")
    void aMillionRowsAreVerifiedWithinAMinute(World world) {
        world.server().owner().execute("""
                        INSERT INTO kernel.journal (jurisdiction, id, at, kind, subject, subject_id, to_state, area, actor, reason, payload)
                        SELECT ?, ? + i, now(), 'thing-noted', 'thing', i, 'OPEN', 440604001003000, i % 1000, 'because', '{"what": "something"}'
                          FROM generate_series(1, 1000000) AS i
                        """, world.jurisdiction(), Id.next().value());
        var sealing = System.nanoTime();
        world.catchUp();
        var sealed = Duration.ofNanos(System.nanoTime() - sealing);

        var begin = System.nanoTime();
        var verdict = world.bean(SealVerification.class).all();
        var took = Duration.ofNanos(System.nanoTime() - begin);

        System.out.printf(
                "%d rows in %d seals: read and sealed in %s, verified in %s%n",
                verdict.rows(), verdict.seals(), sealed, took);
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.rows()).isGreaterThanOrEqualTo(1_000_000);
        assertThat(took).isLessThan(Duration.ofSeconds(60));
    }

    /// What somebody would do who owns the database and knows how seals are made.
    private static void rewrite(Hand hand, World world, Seal seal) {
        var rows = new SealedRows(hand.db()).within(seal.from(), seal.to());
        var before = hand.seals().find(seal.number() - 1).orElse(null);
        var forged = Seal.of(before, seal.span(), rows, seal.sealed());
        hand.db().execute("DELETE FROM kernel.seal WHERE number = ?", seal.number());
        hand.seals().insert(forged);
    }

    private Hand hand(World world, Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        var db = DSL.using(new SingleConnectionDataSource(connection, true), SQLDialect.POSTGRES);
        var seals = new SealStore(db);
        var checkpoints = new Checkpoints(seals, world.server().clock(), files, files.resolve("keys"), false);
        return new Hand(
                db,
                seals,
                new SealVerification(
                        seals,
                        new SealedRows(db),
                        new Positions(db),
                        checkpoints,
                        TransactionOperations.withoutTransaction()),
                checkpoints);
    }

    /// The seals that hold rows of this test.
    private static List<Seal> mine(World world, Hand hand) {
        var numbers = hand.db().fetch("""
                        SELECT DISTINCT s.number FROM kernel.seal s JOIN kernel.journal j
                            ON (j.xid, j.id) > (s.from_xid, s.from_id) AND (j.xid, j.id) <= (s.to_xid, s.to_id)
                         WHERE j.jurisdiction = ? ORDER BY s.number
                        """, world.jurisdiction()).into(Long.class);
        var seals = new ArrayList<Seal>();
        numbers.forEach(number -> seals.add(hand.seals().find(number).orElseThrow()));
        return seals;
    }

    private static Id anyRow(Hand hand, Seal seal) {
        return seal.remembered().getFirst().id();
    }

    /// Writes some rows, so many times, and waits each time until they are sealed.
    private static void note(World world, int times, int rows) {
        for (var time = 0; time < times; time++) {
            world.transaction(() -> {
                for (var i = 0; i < rows; i++) {
                    world.bean(Facts.class)
                            .publish(new ThingNoted(
                                    Fact.Header.of(world.jurisdiction(), "thing", Id.next())
                                            .states(null, "OPEN"),
                                    "number " + i));
                }
                return true;
            });
            world.catchUp();
        }
    }

    @Test
    void theServerWritesCheckpointsBesideItsData(World world) throws IOException {
        note(world, 1, 1);
        world.bean(Checkpoints.class).write();

        var folder = world.server().folder().resolve("checkpoints");
        assertThat(Files.readAllLines(folder.resolve("journal.log"))).isNotEmpty();
        assertThat(Files.readString(folder.resolve("journal-signer.pub.pem"))).contains("PUBLIC KEY");
        assertThat(world.bean(Checkpoints.class).read()).allMatch(Checkpoints.Checkpoint::sound);
    }
}
