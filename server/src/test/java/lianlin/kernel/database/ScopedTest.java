package lianlin.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import java.util.function.Supplier;
import lianlin.kernel.Scope;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Another range inside a transaction that has begun already: it counts there, and nowhere else.
@ServerTest
class ScopedTest {
    @Test
    void aWiderRangeCountsInsideATransactionAndEndsWithTheWork(World world) {
        try (var one = new One(world)) {
            var seen = one.transaction(() -> {
                var before = one.marks();
                var wide = Scoped.call(Scope.INSTALLATION, one::marks);
                return List.of(before, wide, one.marks());
            });

            assertThat(seen).containsExactly(List.of("own"), List.of("foreign", "own"), List.of("own"));
            assertThat(one.inside(one::marks)).containsExactly("own");
        }
    }

    @Test
    void rangesNest(World world) {
        try (var one = new One(world)) {
            var seen = one.transaction(() -> Scoped.call(Scope.INSTALLATION, () -> {
                var foreign = Scoped.call(Scope.jurisdiction(one.foreign), one::marks);
                return List.of(foreign, one.marks());
            }));

            assertThat(seen).containsExactly(List.of("foreign"), List.of("foreign", "own"));
            assertThat(one.transaction(one::marks)).containsExactly("own");
        }
    }

    @Test
    void aTransactionOfItsOwnHasTheRangeInWhichItBegins(World world) {
        try (var one = new One(world, 2)) {
            var seen = one.transaction(() -> {
                var apart = Scoped.call(Scope.INSTALLATION, () -> one.apart(one::marks));
                return List.of(apart, one.apart(one::marks), one.marks());
            });

            assertThat(seen).containsExactly(List.of("foreign", "own"), List.of("own"), List.of("own"));
        }
    }

    @Test
    void workThatFailsLeavesTheRangeFromBefore(World world) {
        try (var one = new One(world)) {
            var seen = one.transaction(() -> {
                assertThatThrownBy(() -> Scoped.run(Scope.INSTALLATION, () -> {
                            one.marks();
                            throw new IllegalArgumentException("refused");
                        }))
                        .hasMessage("refused");
                return one.marks();
            });

            assertThat(seen).containsExactly("own");
        }
    }

    @Test
    void aTransactionThatFailsLeavesNoRangeOnTheConnection(World world) {
        try (var one = new One(world)) {
            for (var round = 0; round < 3; round++) {
                assertThatThrownBy(() -> one.transaction(
                                () -> Scoped.<Integer>call(Scope.INSTALLATION, () -> one.db.execute("SELECT 1 / 0"))))
                        .rootCause()
                        .hasMessageContaining("division by zero");
                assertThat(one.inside(one::marks)).containsExactly("own");
                assertThat(one.transaction(one::marks)).containsExactly("own");
                assertThat(one.marks()).isEmpty();
            }
        }
    }

    @Test
    void whatIsRolledBackLeavesNoRangeOnTheConnection(World world) {
        try (var one = new One(world)) {
            assertThatThrownBy(() -> one.transaction(() -> {
                        Scoped.call(Scope.INSTALLATION, one::marks);
                        throw new IllegalArgumentException("rolled back");
                    }))
                    .hasMessage("rolled back");

            assertThat(one.inside(one::marks)).containsExactly("own");
            assertThat(Scoped.call(Scope.INSTALLATION, one::marks)).containsExactly("foreign", "own");
        }
    }

    @Test
    void whatIsWrittenInAnotherRangeMayBeOfThatRangeOnly(World world) {
        try (var one = new One(world)) {
            var written = "INSERT INTO kernel.setting VALUES (" + one.foreign + ", 'written', 'x')";

            assertThat(one.transaction(() -> Scoped.<Integer>call(
                            Scope.jurisdiction(one.foreign),
                            () -> one.db.execute(written + " ON CONFLICT DO NOTHING"))))
                    .isEqualTo(1);
            assertThatThrownBy(() -> one.transaction(() -> {
                        Scoped.call(Scope.jurisdiction(one.foreign), one::marks);
                        return one.db.execute(written);
                    }))
                    .rootCause()
                    .hasMessageContaining("row-level security");
        }
    }

    /// A pool of one connection, so that every piece of work gets the same, and a row in each of two districts.
    private static final class One implements AutoCloseable {
        private final HikariDataSource pool;
        private final DSLContext db;
        private final DataSourceTransactionManager transactions;
        private final int own;
        private final int foreign;

        One(World world) {
            this(world, 1);
        }

        One(World world, int connections) {
            own = world.jurisdiction();
            foreign = world.neighbour().jurisdiction();
            world.server().owner().execute("INSERT INTO kernel.setting VALUES (?, 'mark', 'own')", own);
            world.server().owner().execute("INSERT INTO kernel.setting VALUES (?, 'mark', 'foreign')", foreign);
            pool = RowSecurityTest.pool(world, connections);
            var scoped = new ScopedDataSource(pool, pool);
            transactions = new DataSourceTransactionManager(scoped);
            db = DSL.using(new TransactionAwareDataSourceProxy(scoped), SQLDialect.POSTGRES);
        }

        List<String> marks() {
            return db.fetch(
                            "SELECT value FROM kernel.setting WHERE name = 'mark' AND jurisdiction IN (?, ?) ORDER BY value",
                            own,
                            foreign)
                    .into(String.class);
        }

        <T> T inside(Supplier<T> work) {
            return Scoped.call(Scope.jurisdiction(own), work);
        }

        <T> T transaction(Supplier<T> work) {
            return inside(() -> new TransactionTemplate(transactions).execute(status -> work.get()));
        }

        <T> T apart(Supplier<T> work) {
            var apart = new TransactionTemplate(transactions);
            apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            return apart.execute(status -> work.get());
        }

        @Override
        public void close() {
            pool.close();
        }
    }
}
