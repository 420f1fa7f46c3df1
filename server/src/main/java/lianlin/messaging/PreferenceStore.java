package lianlin.messaging;

import static lianlin.messaging.sql.Tables.PREFERENCE;

import java.util.HashMap;
import java.util.Map;
import lianlin.kernel.Id;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/// The SQL of preferences. Nothing is kept of what is as usual.
@Repository
class PreferenceStore {
    /// A kind of message by a channel.
    record Choice(MessageKind kind, Way channel) {}

    private final DSLContext db;

    PreferenceStore(DSLContext db) {
        this.db = db;
    }

    Map<Choice, Boolean> of(Id account) {
        var chosen = new HashMap<Choice, Boolean>();
        db.select(PREFERENCE.KIND, PREFERENCE.CHANNEL, PREFERENCE.WANTED)
                .from(PREFERENCE)
                .where(PREFERENCE.ACCOUNT.eq(account))
                .forEach(row -> chosen.put(
                        new Choice(MessageKind.valueOf(row.value1()), Way.valueOf(row.value2())), row.value3()));
        return chosen;
    }

    void set(int jurisdiction, Id account, Choice choice, boolean wanted) {
        db.insertInto(PREFERENCE)
                .set(PREFERENCE.JURISDICTION, jurisdiction)
                .set(PREFERENCE.ACCOUNT, account)
                .set(PREFERENCE.KIND, choice.kind().name())
                .set(PREFERENCE.CHANNEL, choice.channel().name())
                .set(PREFERENCE.WANTED, wanted)
                .onConflict(PREFERENCE.JURISDICTION, PREFERENCE.ACCOUNT, PREFERENCE.KIND, PREFERENCE.CHANNEL)
                .doUpdate()
                .set(PREFERENCE.WANTED, wanted)
                .execute();
    }
}
