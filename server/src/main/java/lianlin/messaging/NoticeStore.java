package lianlin.messaging;

import static lianlin.messaging.sql.Tables.MESSAGE;
import static lianlin.messaging.sql.Tables.NOTICE;
import static lianlin.messaging.sql.Tables.RECEIVER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of notices.
@Repository
class NoticeStore {
    /// A notice in the list of those who write them.
    record NoticeLine(
            Id id,
            String title,
            String place,
            String reaches,
            Notice.State state,
            int receivers,
            int confirmed,
            @Nullable LocalDate confirmBy,
            Instant created) {}

    private static final org.jooq.Field<Integer> CONFIRMED = DSL.field(DSL.selectCount()
                    .from(RECEIVER)
                    .where(
                            RECEIVER.JURISDICTION.eq(NOTICE.JURISDICTION),
                            RECEIVER.NOTICE.eq(NOTICE.ID),
                            RECEIVER.CONFIRMED.isNotNull()))
            .as("confirmed_by");

    private final DSLContext db;

    NoticeStore(DSLContext db) {
        this.db = db;
    }

    Page<NoticeLine> list(Scope scope, Paging paging) {
        var query = db.select(
                        NOTICE.ID,
                        NOTICE.TITLE,
                        NOTICE.PLACE,
                        NOTICE.REACHES,
                        NOTICE.STATE,
                        NOTICE.RECEIVERS,
                        CONFIRMED,
                        NOTICE.CONFIRM_BY,
                        NOTICE.CREATED)
                .from(NOTICE)
                .where(scope.on(NOTICE.JURISDICTION, NOTICE.AREA, NOTICE.PATH));
        return paging.fetchDescending(
                query,
                row -> new NoticeLine(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        Notice.State.valueOf(row.value5()),
                        row.value6(),
                        row.value7(),
                        row.value8(),
                        row.value9()),
                NOTICE.ID);
    }

    void insert(Notice notice) {
        var audience = notice.audience();
        db.insertInto(NOTICE)
                .set(NOTICE.JURISDICTION, notice.jurisdiction())
                .set(NOTICE.ID, notice.id())
                .set(NOTICE.AREA, notice.area())
                .set(NOTICE.PATH, notice.path())
                .set(NOTICE.ACCOUNT, notice.account())
                .set(NOTICE.PLACE, notice.place())
                .set(NOTICE.TITLE, notice.title())
                .set(NOTICE.TEXT, notice.text())
                .set(NOTICE.CONFIRM_BY, notice.confirmBy())
                .set(NOTICE.KINDS, audience.kinds().stream().map(Enum::name).toArray(String[]::new))
                .set(NOTICE.AREAS, audience.areas().stream().map(Area::code).toArray(Long[]::new))
                .set(NOTICE.PATHS, audience.paths().toArray(String[]::new))
                .set(NOTICE.REACHES, notice.reaches())
                .set(NOTICE.STATE, notice.state().name())
                .set(NOTICE.CREATED, notice.created())
                .execute();
    }

    Notice get(Scope scope, Id id) {
        return db.selectFrom(NOTICE)
                .where(scope.on(NOTICE.JURISDICTION, NOTICE.AREA, NOTICE.PATH), NOTICE.ID.eq(id))
                .fetchOptional(NoticeStore::notice)
                .orElseThrow(() -> Problem.absent("notice", id));
    }

    Notice lock(Scope scope, Id id) {
        return db.selectFrom(NOTICE)
                .where(scope.on(NOTICE.JURISDICTION, NOTICE.AREA, NOTICE.PATH), NOTICE.ID.eq(id))
                .forUpdate()
                .fetchOptional(NoticeStore::notice)
                .orElseThrow(() -> Problem.absent("notice", id));
    }

    /// A notice that somebody received, whatever its district.
    Optional<Notice> received(Id account, Id id) {
        return db.select(NOTICE.fields())
                .from(NOTICE)
                .join(RECEIVER)
                .on(RECEIVER.JURISDICTION.eq(NOTICE.JURISDICTION), RECEIVER.NOTICE.eq(NOTICE.ID))
                .where(RECEIVER.ACCOUNT.eq(account), RECEIVER.NOTICE.eq(id))
                .fetchOptional(NoticeStore::notice);
    }

    /// One that is still handed out, or of which people are still reminded; another node passes over it.
    Optional<Notice> underWay() {
        return db.selectFrom(NOTICE)
                .where(NOTICE.STATE.eq(DSL.inline("SENDING")).or(NOTICE.REMINDER.isNotNull()))
                .orderBy(NOTICE.ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional(NoticeStore::notice);
    }

    void handedOut(Notice notice) {
        db.update(NOTICE)
                .set(NOTICE.STATE, notice.state().name())
                .set(NOTICE.STAGE, notice.stage())
                .set(NOTICE.POSITION, notice.position().value())
                .set(NOTICE.RECEIVERS, notice.receivers())
                .set(NOTICE.SENT, notice.sent())
                .where(NOTICE.JURISDICTION.eq(notice.jurisdiction()), NOTICE.ID.eq(notice.id()))
                .execute();
    }

    /// A reminder goes on after this account; nobody is reminded any more without one.
    void reminds(Notice notice, @Nullable Id reminder, Id position, @Nullable Instant now) {
        db.update(NOTICE)
                .set(NOTICE.REMINDER, reminder)
                .set(NOTICE.REMINDER_POSITION, position.value())
                .set(NOTICE.REMINDED, now == null ? notice.reminded() : now)
                .where(NOTICE.JURISDICTION.eq(notice.jurisdiction()), NOTICE.ID.eq(notice.id()))
                .execute();
    }

    /// Marks everything that somebody was told of a notice as read.
    void read(Id account, Id notice, Instant now) {
        db.update(MESSAGE)
                .set(MESSAGE.READ, now)
                .where(MESSAGE.ACCOUNT.eq(account), MESSAGE.READ.isNull())
                .and(MESSAGE.SUBJECT.eq(NoticeDesk.SUBJECT))
                .and(MESSAGE.SUBJECT_ID.eq(notice))
                .execute();
    }

    private static Notice notice(Record row) {
        var jurisdiction = row.get(NOTICE.JURISDICTION);
        return new Notice(
                jurisdiction,
                row.get(NOTICE.ID),
                row.get(NOTICE.AREA),
                row.get(NOTICE.PATH),
                row.get(NOTICE.ACCOUNT),
                row.get(NOTICE.PLACE),
                row.get(NOTICE.TITLE),
                row.get(NOTICE.TEXT),
                row.get(NOTICE.CONFIRM_BY),
                new Audience(
                        jurisdiction,
                        Arrays.stream(row.get(NOTICE.KINDS))
                                .map(Audience.Kind::valueOf)
                                .toList(),
                        Arrays.stream(row.get(NOTICE.AREAS)).map(Area::new).toList(),
                        List.of(row.get(NOTICE.PATHS))),
                row.get(NOTICE.REACHES),
                Notice.State.valueOf(row.get(NOTICE.STATE)),
                row.get(NOTICE.STAGE),
                new Id(row.get(NOTICE.POSITION)),
                row.get(NOTICE.RECEIVERS),
                row.get(NOTICE.CREATED),
                row.get(NOTICE.SENT),
                row.get(NOTICE.REMINDED),
                row.get(NOTICE.REMINDER),
                new Id(row.get(NOTICE.REMINDER_POSITION)));
    }
}
