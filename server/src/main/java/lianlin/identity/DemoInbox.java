package lianlin.identity;

import static lianlin.identity.sql.Tables.DEMO_MESSAGE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lianlin.kernel.Id;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.http.Sentences;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Repository;

/// The demo's message provider: what it sends can be read on a page that says that it is a demo.
@Repository
@ConditionalOnProperty(name = "lianlin.demo", havingValue = "true")
class DemoInbox implements CodeDelivery, TextMessages {
    /// A message as it would have come to the phone; the receiver is masked.
    record Message(Id id, String to, String text, Instant at) {}

    private static final Duration KEPT = Duration.ofHours(1);

    private final DSLContext db;
    private final Clock clock;
    private final Sentences sentences;
    private final AccountStore accounts;

    DemoInbox(DSLContext db, Clock clock, Sentences sentences, AccountStore accounts) {
        this.db = db;
        this.clock = clock;
        this.sentences = sentences;
        this.accounts = accounts;
    }

    @Override
    public void deliver(PhoneNumber phone, byte[] phoneIndex, String code) {
        keep(Id.next(), phone, phoneIndex, sentences.of("code.text", code));
    }

    @Override
    public boolean send(Id account, Id message, String text) {
        var phone = accounts.phone(account);
        phone.ifPresent(known -> keep(message, known, accounts.phoneIndex(known), text));
        return phone.isPresent();
    }

    private void keep(Id id, PhoneNumber phone, byte[] phoneIndex, String text) {
        var now = clock.instant();
        db.deleteFrom(DEMO_MESSAGE).where(DEMO_MESSAGE.SENT.lt(now.minus(KEPT))).execute();
        db.insertInto(DEMO_MESSAGE)
                .set(DEMO_MESSAGE.ID, id)
                .set(DEMO_MESSAGE.PHONE_INDEX, phoneIndex)
                .set(DEMO_MESSAGE.RECEIVER, phone.masked())
                .set(DEMO_MESSAGE.BODY, text)
                .set(DEMO_MESSAGE.SENT, now)
                .onConflictDoNothing()
                .execute();
    }

    List<Message> list(byte[] phoneIndex) {
        return db.select(DEMO_MESSAGE.ID, DEMO_MESSAGE.RECEIVER, DEMO_MESSAGE.BODY, DEMO_MESSAGE.SENT)
                .from(DEMO_MESSAGE)
                .where(DEMO_MESSAGE.PHONE_INDEX.eq(phoneIndex))
                .orderBy(DEMO_MESSAGE.ID.desc())
                .limit(5)
                .fetch(row -> new Message(row.value1(), row.value2(), row.value3(), row.value4()));
    }
}
