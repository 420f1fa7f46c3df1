package lianlin.exchange;

import static lianlin.exchange.sql.Tables.IMPORT_BATCH;
import static lianlin.exchange.sql.Tables.IMPORT_CHUNK;
import static lianlin.exchange.sql.Tables.IMPORT_PROBLEM;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lianlin.exchange.ImportBatch.State;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.crypto.Vault;
import lianlin.kernel.sheet.Intake;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of uploaded sheets. They are seen by nobody but the account that uploaded them.
@Repository
class ImportStore {
    static final Duration LEASE = Duration.ofSeconds(30);
    private static final String CONTENT = "exchange.import_chunk.content/";
    private static final int CHUNK = 256 << 10;
    private static final List<String> WAITING = List.of("RECEIVED", "CHECKING", "CONFIRMED", "APPLYING");

    private static final List<SelectField<?>> COLUMNS = List.of(
            IMPORT_BATCH.JURISDICTION,
            IMPORT_BATCH.ID,
            IMPORT_BATCH.KIND,
            IMPORT_BATCH.FILE,
            IMPORT_BATCH.STATE,
            IMPORT_BATCH.ROWS,
            IMPORT_BATCH.CHECKED,
            IMPORT_BATCH.BAD,
            IMPORT_BATCH.APPLIED,
            IMPORT_BATCH.PARTIAL,
            IMPORT_BATCH.PROBLEM,
            IMPORT_BATCH.RECEIVED,
            IMPORT_BATCH.STARTED,
            IMPORT_BATCH.FINISHED,
            IMPORT_BATCH.VERSION,
            IMPORT_BATCH.ACCOUNT,
            IMPORT_BATCH.POST,
            IMPORT_BATCH.LO,
            IMPORT_BATCH.HI,
            IMPORT_BATCH.REACH,
            IMPORT_BATCH.AREA,
            IMPORT_BATCH.PATH,
            IMPORT_BATCH.PERSON,
            IMPORT_BATCH.ADDRESS,
            IMPORT_BATCH.REQUEST);

    private final DSLContext db;
    private final Vault vault;
    private final Clock clock;

    ImportStore(DSLContext db, Vault vault, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    void insert(Acting acting, Id id, String kind, String file, int rows, byte[] content) {
        var scope = acting.scope();
        var post = acting.post();
        db.insertInto(IMPORT_BATCH)
                .set(IMPORT_BATCH.JURISDICTION, acting.jurisdiction())
                .set(IMPORT_BATCH.ID, id)
                .set(IMPORT_BATCH.KIND, kind)
                .set(IMPORT_BATCH.FILE, file)
                .set(IMPORT_BATCH.STATE, State.RECEIVED.name())
                .set(IMPORT_BATCH.ACCOUNT, acting.account())
                .set(IMPORT_BATCH.POST, post == null ? null : post.id())
                .set(IMPORT_BATCH.LO, scope.lo())
                .set(IMPORT_BATCH.HI, scope.hi())
                .set(IMPORT_BATCH.REACH, scope.reach().name())
                .set(IMPORT_BATCH.AREA, scope.area())
                .set(IMPORT_BATCH.PATH, scope.path())
                .set(IMPORT_BATCH.PERSON, scope.person())
                .set(IMPORT_BATCH.ADDRESS, acting.address())
                .set(IMPORT_BATCH.REQUEST, acting.request())
                .set(IMPORT_BATCH.ROWS, rows)
                .set(IMPORT_BATCH.RECEIVED, clock.instant())
                .execute();
        for (var at = 0; at < content.length; at += CHUNK) {
            var piece = Arrays.copyOfRange(content, at, Math.min(content.length, at + CHUNK));
            var number = at / CHUNK;
            db.insertInto(IMPORT_CHUNK)
                    .set(IMPORT_CHUNK.JURISDICTION, acting.jurisdiction())
                    .set(IMPORT_CHUNK.IMPORT, id)
                    .set(IMPORT_CHUNK.NUMBER, number)
                    .set(IMPORT_CHUNK.CONTENT, vault.sealBytes(CONTENT + number, id, acting.jurisdiction(), piece))
                    .execute();
        }
    }

    /// The file as it was uploaded; gone after a day.
    byte[] content(ImportBatch batch) {
        var jurisdiction = batch.intake().jurisdiction();
        var content = new ByteArrayOutputStream();
        try (var pieces = db.select(IMPORT_CHUNK.NUMBER, IMPORT_CHUNK.CONTENT)
                .from(IMPORT_CHUNK)
                .where(IMPORT_CHUNK.JURISDICTION.eq(jurisdiction), IMPORT_CHUNK.IMPORT.eq(batch.id()))
                .orderBy(IMPORT_CHUNK.NUMBER)
                .fetchLazy()) {
            for (var piece : pieces) {
                content.writeBytes(vault.openBytes(CONTENT + piece.value1(), batch.id(), jurisdiction, piece.value2()));
            }
        }
        if (content.size() == 0) {
            throw Problem.refused("import.gone");
        }
        return content.toByteArray();
    }

    void forgetContent(ImportBatch batch) {
        db.deleteFrom(IMPORT_CHUNK)
                .where(IMPORT_CHUNK.JURISDICTION.eq(batch.intake().jurisdiction()), IMPORT_CHUNK.IMPORT.eq(batch.id()))
                .execute();
    }

    Page<ImportBatch> list(Acting acting, Paging paging) {
        var query = db.select(COLUMNS).from(IMPORT_BATCH).where(own(acting));
        return paging.fetchDescending(query, this::batch, IMPORT_BATCH.ID);
    }

    int unfinished(Acting acting) {
        return db.fetchCount(
                IMPORT_BATCH,
                own(acting),
                IMPORT_BATCH.STATE.in("RECEIVED", "CHECKING", "CHECKED", "CONFIRMED", "APPLYING"));
    }

    ImportBatch get(Acting acting, Id id) {
        return db.select(COLUMNS)
                .from(IMPORT_BATCH)
                .where(own(acting), IMPORT_BATCH.ID.eq(id))
                .fetchOptional(this::batch)
                .orElseThrow(() -> Problem.absent("import", id));
    }

    ImportBatch lock(Acting acting, Id id, int version) {
        var batch = db.select(COLUMNS)
                .from(IMPORT_BATCH)
                .where(own(acting), IMPORT_BATCH.ID.eq(id))
                .forUpdate()
                .fetchOptional(this::batch)
                .orElseThrow(() -> Problem.absent("import", id));
        if (batch.version() != version) {
            throw Problem.stale("import", id);
        }
        return batch;
    }

    /// Leases the oldest sheet that waits for work; nobody else takes it while the lease lasts.
    Optional<ImportBatch> claim() {
        var now = clock.instant();
        var free = db.select(IMPORT_BATCH.JURISDICTION, IMPORT_BATCH.ID)
                .from(IMPORT_BATCH)
                .where(IMPORT_BATCH.STATE.in(WAITING.stream().map(DSL::inline).toList()))
                .and(IMPORT_BATCH.LEASED.isNull().or(IMPORT_BATCH.LEASED.lt(now)))
                .orderBy(IMPORT_BATCH.RECEIVED)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional();
        if (free.isEmpty()) {
            return Optional.empty();
        }
        return db.update(IMPORT_BATCH)
                .set(IMPORT_BATCH.LEASED, now.plus(LEASE))
                .set(IMPORT_BATCH.ATTEMPTS, IMPORT_BATCH.ATTEMPTS.plus(1))
                .set(
                        IMPORT_BATCH.STATE,
                        DSL.when(IMPORT_BATCH.STATE.in("RECEIVED", "CHECKING"), State.CHECKING.name())
                                .otherwise(State.APPLYING.name()))
                .set(IMPORT_BATCH.STARTED, DSL.coalesce(IMPORT_BATCH.STARTED, DSL.val(now, IMPORT_BATCH.STARTED)))
                .set(IMPORT_BATCH.VERSION, IMPORT_BATCH.VERSION.plus(1))
                .where(
                        IMPORT_BATCH.JURISDICTION.eq(free.get().value1()),
                        IMPORT_BATCH.ID.eq(free.get().value2()))
                .returningResult(COLUMNS)
                .fetchOptional(this::batch);
    }

    /// Holds the sheet for this transaction and the lease a little longer; false when it was stopped meanwhile, or when
    /// the lease ran out and somebody else took it.
    boolean hold(ImportBatch batch) {
        return db.update(IMPORT_BATCH)
                        .set(IMPORT_BATCH.LEASED, clock.instant().plus(LEASE))
                        .where(unchanged(batch))
                        .execute()
                == 1;
    }

    void checked(ImportBatch batch, int rows, int bad) {
        db.update(IMPORT_BATCH)
                .set(IMPORT_BATCH.CHECKED, IMPORT_BATCH.CHECKED.plus(rows))
                .set(IMPORT_BATCH.BAD, IMPORT_BATCH.BAD.plus(bad))
                .set(IMPORT_BATCH.ROWS, DSL.greatest(IMPORT_BATCH.ROWS, IMPORT_BATCH.CHECKED.plus(rows)))
                .where(same(batch))
                .execute();
    }

    /// How many rows were looked at before, when another node began.
    int alreadyChecked(ImportBatch batch) {
        return db.select(IMPORT_BATCH.CHECKED)
                .from(IMPORT_BATCH)
                .where(same(batch))
                .fetchSingle()
                .value1();
    }

    /// The next state, with no lease; what it counted is in the answer.
    ImportBatch move(ImportBatch batch, State next, @Nullable String problem, int applied, boolean partial) {
        var done = next == State.APPLIED || next == State.REJECTED || next == State.CANCELLED;
        return db.update(IMPORT_BATCH)
                .set(IMPORT_BATCH.STATE, next.name())
                .set(IMPORT_BATCH.PROBLEM, problem)
                .set(IMPORT_BATCH.APPLIED, applied)
                .set(IMPORT_BATCH.PARTIAL, partial)
                .set(IMPORT_BATCH.ROWS, next == State.CHECKED ? IMPORT_BATCH.CHECKED : IMPORT_BATCH.ROWS)
                .set(IMPORT_BATCH.LEASED, (Instant) null)
                .set(IMPORT_BATCH.ATTEMPTS, 0)
                .set(IMPORT_BATCH.FINISHED, done ? clock.instant() : null)
                .set(IMPORT_BATCH.VERSION, IMPORT_BATCH.VERSION.plus(1))
                .where(same(batch))
                .returningResult(COLUMNS)
                .fetchSingle(this::batch);
    }

    int attempts(ImportBatch batch) {
        return db.select(IMPORT_BATCH.ATTEMPTS)
                .from(IMPORT_BATCH)
                .where(same(batch))
                .fetchSingle()
                .value1();
    }

    /// May be taken again.
    void release(ImportBatch batch) {
        db.update(IMPORT_BATCH)
                .set(IMPORT_BATCH.LEASED, (Instant) null)
                .where(unchanged(batch))
                .execute();
    }

    /// The same for an attempt that was not the fault of the sheet.
    void giveBack(ImportBatch batch) {
        db.update(IMPORT_BATCH)
                .set(IMPORT_BATCH.LEASED, (Instant) null)
                .set(IMPORT_BATCH.ATTEMPTS, IMPORT_BATCH.ATTEMPTS.minus(1))
                .where(unchanged(batch))
                .execute();
    }

    /// Sheets that came before a moment and still hold what people wrote, or wait for an answer.
    List<ImportBatch> leftOver(Instant before) {
        return db.select(COLUMNS)
                .from(IMPORT_BATCH)
                .where(IMPORT_BATCH.RECEIVED.lt(before))
                .and(IMPORT_BATCH
                        .STATE
                        .eq(State.CHECKED.name())
                        .or(IMPORT_BATCH
                                .STATE
                                .in("APPLIED", "REJECTED", "CANCELLED")
                                .and(DSL.exists(DSL.selectOne()
                                                .from(IMPORT_CHUNK)
                                                .where(IMPORT_CHUNK.JURISDICTION.eq(IMPORT_BATCH.JURISDICTION))
                                                .and(IMPORT_CHUNK.IMPORT.eq(IMPORT_BATCH.ID)))
                                        .or(DSL.exists(DSL.selectOne()
                                                .from(IMPORT_PROBLEM)
                                                .where(IMPORT_PROBLEM.JURISDICTION.eq(IMPORT_BATCH.JURISDICTION))
                                                .and(IMPORT_PROBLEM.IMPORT.eq(IMPORT_BATCH.ID)))))))
                .limit(100)
                .fetch(this::batch);
    }

    private static Condition own(Acting acting) {
        return acting.scope().on(IMPORT_BATCH.JURISDICTION).and(IMPORT_BATCH.ACCOUNT.eq(acting.account()));
    }

    private static Condition same(ImportBatch batch) {
        return IMPORT_BATCH.JURISDICTION.eq(batch.intake().jurisdiction()).and(IMPORT_BATCH.ID.eq(batch.id()));
    }

    private static Condition unchanged(ImportBatch batch) {
        return same(batch)
                .and(IMPORT_BATCH.STATE.eq(batch.state().name()))
                .and(IMPORT_BATCH.VERSION.eq(batch.version()));
    }

    private ImportBatch batch(Record row) {
        var scope = new Scope(
                row.get(IMPORT_BATCH.LO),
                row.get(IMPORT_BATCH.HI),
                Scope.Reach.valueOf(row.get(IMPORT_BATCH.REACH)),
                row.get(IMPORT_BATCH.AREA),
                row.get(IMPORT_BATCH.PATH),
                row.get(IMPORT_BATCH.PERSON));
        var intake = new Intake(
                row.get(IMPORT_BATCH.ID),
                row.get(IMPORT_BATCH.JURISDICTION),
                scope,
                row.get(IMPORT_BATCH.ACCOUNT),
                row.get(IMPORT_BATCH.POST),
                row.get(IMPORT_BATCH.ADDRESS),
                row.get(IMPORT_BATCH.REQUEST),
                LocalDate.now(clock));
        return new ImportBatch(
                row.get(IMPORT_BATCH.ID),
                row.get(IMPORT_BATCH.KIND),
                row.get(IMPORT_BATCH.FILE),
                State.valueOf(row.get(IMPORT_BATCH.STATE)),
                row.get(IMPORT_BATCH.ROWS),
                row.get(IMPORT_BATCH.CHECKED),
                row.get(IMPORT_BATCH.BAD),
                row.get(IMPORT_BATCH.APPLIED),
                row.get(IMPORT_BATCH.PARTIAL),
                row.get(IMPORT_BATCH.PROBLEM),
                row.get(IMPORT_BATCH.RECEIVED),
                row.get(IMPORT_BATCH.STARTED),
                row.get(IMPORT_BATCH.FINISHED),
                row.get(IMPORT_BATCH.VERSION),
                intake);
    }
}
