package lianlin.messaging;

import static lianlin.messaging.sql.Tables.SUBSCRIPTION;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lianlin.kernel.Id;
import lianlin.kernel.crypto.Vault;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of browsers that take pushed messages. Their addresses are sealed and found again by an index.
@Repository
class SubscriptionStore {
    private static final String ADDRESS = "messaging.subscription.address";

    /// Where a browser takes messages, and the keys that they are encrypted with, as the browser gave them.
    record Address(String endpoint, String p256dh, String auth) {}

    record Subscription(int jurisdiction, Id id, Address address) {}

    private final DSLContext db;
    private final Vault vault;
    private final JsonMapper json;

    SubscriptionStore(DSLContext db, Vault vault, JsonMapper json) {
        this.db = db;
        this.vault = vault;
        this.json = json;
    }

    /// A browser belongs to whoever is signed in on it last.
    void put(int jurisdiction, Id account, Address address, Instant now) {
        var index = vault.require(ADDRESS, address.endpoint());
        db.deleteFrom(SUBSCRIPTION).where(SUBSCRIPTION.ADDRESS_INDEX.eq(index)).execute();
        var id = Id.next();
        db.insertInto(SUBSCRIPTION)
                .set(SUBSCRIPTION.JURISDICTION, jurisdiction)
                .set(SUBSCRIPTION.ID, id)
                .set(SUBSCRIPTION.ACCOUNT, account)
                .set(SUBSCRIPTION.ADDRESS, vault.seal(ADDRESS, id, jurisdiction, json.writeValueAsString(address)))
                .set(SUBSCRIPTION.ADDRESS_INDEX, index)
                .set(SUBSCRIPTION.CREATED, now)
                .execute();
    }

    List<Subscription> of(Id account) {
        return db.select(SUBSCRIPTION.JURISDICTION, SUBSCRIPTION.ID, SUBSCRIPTION.ADDRESS)
                .from(SUBSCRIPTION)
                .where(SUBSCRIPTION.ACCOUNT.eq(account))
                .fetch(row -> new Subscription(
                        row.value1(),
                        row.value2(),
                        json.readValue(
                                Objects.requireNonNull(vault.open(ADDRESS, row.value2(), row.value1(), row.value3())),
                                Address.class)));
    }

    int count(Id account) {
        return db.fetchCount(SUBSCRIPTION, SUBSCRIPTION.ACCOUNT.eq(account));
    }

    /// Who among these accounts has such a browser, in one statement.
    Set<Id> among(Collection<Id> accounts) {
        return new HashSet<>(db.selectDistinct(SUBSCRIPTION.ACCOUNT)
                .from(SUBSCRIPTION)
                .where(SUBSCRIPTION.ACCOUNT.in(accounts))
                .fetch(SUBSCRIPTION.ACCOUNT));
    }

    /// The browser has taken it back, or its service knows it no more.
    void delete(Subscription gone) {
        db.deleteFrom(SUBSCRIPTION)
                .where(SUBSCRIPTION.JURISDICTION.eq(gone.jurisdiction()), SUBSCRIPTION.ID.eq(gone.id()))
                .execute();
    }

    void deleteAll(Id account) {
        db.deleteFrom(SUBSCRIPTION).where(SUBSCRIPTION.ACCOUNT.eq(account)).execute();
    }
}
