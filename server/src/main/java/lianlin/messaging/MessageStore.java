package lianlin.messaging;

import static lianlin.messaging.sql.Tables.MESSAGE;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import lianlin.kernel.Id;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.database.Apart;
import lianlin.kernel.database.Columns;
import lianlin.kernel.http.Words;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of messages. An inbox belongs to an account, whatever the district of a message: every read and change names
/// the account and is made in the scope of the installation.
@Repository
class MessageStore {
    /// As it is read: the text in the reader's language; `subject` says what kind of thing it is about.
    record MessageView(
            Id id,
            lianlin.kernel.Labelled kind,
            String title,
            String text,
            String subject,
            Id subjectId,
            Instant created,
            @Nullable Instant read) {}

    /// Counted up to so many; more is "99+".
    static final int MOST_COUNTED = 100;

    private static final String BETWEEN = "\u001f";

    private final DSLContext db;
    private final Apart apart;
    private final Texts texts;
    private final Words words;

    MessageStore(DSLContext db, Apart apart, Texts texts, Words words) {
        this.db = db;
        this.apart = apart;
        this.texts = texts;
        this.words = words;
    }

    /// Writes messages in one statement; the ids of those that were not there yet.
    List<Id> insert(Collection<Message> messages) {
        var rows = Columns.of(List.copyOf(messages));
        return db.fetch(
                        """
                        INSERT INTO messaging.message
                               (jurisdiction, id, account, kind, code, said, subject, subject_id, fact, created)
                        SELECT a, b, c, d, e, string_to_array(f, chr(31)), g, h, i, j::timestamptz
                          FROM unnest({0}::int[], {1}::bigint[], {2}::bigint[], {3}::text[], {4}::text[], {5}::text[],
                                      {6}::text[], {7}::bigint[], {8}::bigint[], {9}::text[])
                               AS message (a, b, c, d, e, f, g, h, i, j)
                            ON CONFLICT DO NOTHING
                        RETURNING id
                        """,
                        rows.ints(Message::jurisdiction),
                        rows.ids(Message::id),
                        rows.ids(Message::account),
                        rows.texts(Message::kind),
                        rows.texts(Message::code),
                        rows.texts(message -> String.join(BETWEEN, message.said())),
                        rows.texts(Message::subject),
                        rows.ids(Message::subjectId),
                        rows.ids(Message::fact),
                        rows.texts(message -> message.created().atOffset(ZoneOffset.UTC)))
                .map(row -> new Id(row.get(0, Long.class)));
    }

    Page<MessageView> list(Id account, boolean unread, Paging paging) {
        var query = db.select(
                        MESSAGE.ID,
                        MESSAGE.KIND,
                        MESSAGE.CODE,
                        MESSAGE.SAID,
                        MESSAGE.SUBJECT,
                        MESSAGE.SUBJECT_ID,
                        MESSAGE.CREATED,
                        MESSAGE.READ)
                .from(MESSAGE)
                .where(MESSAGE.ACCOUNT.eq(account))
                .and(unread ? MESSAGE.READ.isNull() : DSL.noCondition());
        return paging.fetchDescending(
                query,
                row -> new MessageView(
                        row.value1(),
                        words.of("MessageKind", row.value2()),
                        texts.title(row.value3(), List.of(row.value4())),
                        texts.text(row.value3(), List.of(row.value4())),
                        row.value5(),
                        row.value6(),
                        row.value7(),
                        row.value8()),
                MESSAGE.ID);
    }

    /// How many are unread, at most [#MOST_COUNTED]; reads so many entries of an index and no row.
    int unread(Id account) {
        return db.fetchCount(DSL.selectOne()
                .from(MESSAGE)
                .where(MESSAGE.ACCOUNT.eq(account), MESSAGE.READ.isNull())
                .limit(MOST_COUNTED));
    }

    /// Marks one as read; false where the account has no such message.
    boolean read(Id account, Id id, Instant now) {
        return db.update(MESSAGE)
                        .set(MESSAGE.READ, DSL.coalesce(MESSAGE.READ, DSL.val(now, MESSAGE.READ)))
                        .where(MESSAGE.ACCOUNT.eq(account), MESSAGE.ID.eq(id))
                        .execute()
                > 0;
    }

    /// Marks all as read, on a connection of its own: that of the request sees the district of the post alone.
    int readAll(Id account, Instant now) {
        return apart.db()
                .update(MESSAGE)
                .set(MESSAGE.READ, now)
                .where(MESSAGE.ACCOUNT.eq(account), MESSAGE.READ.isNull())
                .execute();
    }
}
