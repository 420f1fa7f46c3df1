package lianlin.identity;

import static lianlin.identity.sql.Tables.ACCOUNT;

import java.util.Optional;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.crypto.Vault;
import lianlin.kernel.database.Scoped;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is already known of somebody and need not be asked again: his name and phone, for what he himself asks for.
@Component
public class OwnContact {
    /// Name and phone in the clear; the phone is missing where none was ever given.
    public record Contact(PersonName name, @Nullable PhoneNumber phone) {}

    private final DSLContext db;
    private final AccountStore accounts;
    private final Vault vault;

    OwnContact(DSLContext db, AccountStore accounts, Vault vault) {
        this.db = db;
        this.accounts = accounts;
        this.vault = vault;
    }

    public Contact of(Acting acting) {
        var row = db.select(ACCOUNT.NAME, ACCOUNT.JURISDICTION, ACCOUNT.PHONE)
                .from(ACCOUNT)
                .where(ACCOUNT.ID.eq(acting.account()))
                .fetchSingle();
        var phone = vault.open(AccountStore.PHONE, acting.account(), row.value2(), row.value3());
        return new Contact(PersonName.parse(row.value1()), phone == null ? null : PhoneNumber.parse(phone));
    }

    /// The person who signs in with a phone, if there is one: what is placed for him shows up on his own page.
    public Optional<Id> personWith(PhoneNumber phone) {
        return Scoped.call(
                Scope.INSTALLATION,
                () -> accounts.findByPhone(accounts.phoneIndex(phone)).map(AccountStore.Secret::person));
    }
}
