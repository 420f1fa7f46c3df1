package lianlin.people;

import static lianlin.people.sql.Tables.PERSON;

import java.time.LocalDate;
import lianlin.kernel.Id;
import lianlin.kernel.codes.Gender;
import lianlin.kernel.codes.IdentityNumber;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.crypto.Vault;
import org.jspecify.annotations.Nullable;

/// A natural person as he is written down; personal data has its types and prints masked.
record Person(
        Id id,
        int jurisdiction,
        PersonName name,
        @Nullable IdentityNumber identity,
        @Nullable PhoneNumber phone,
        @Nullable String address,
        @Nullable String nationality,
        @Nullable String education,
        @Nullable String workUnit) {

    static final String IDENTITY = "people.person.identity";
    static final String PHONE = "people.person.phone";
    static final String ADDRESS = "people.person.address";

    /// The same columns sealed: what the table and the staged rows of an import hold.
    record Sealed(
            byte @Nullable [] identity,
            byte @Nullable [] identityIndex,
            byte @Nullable [] phone,
            byte @Nullable [] phoneIndex,
            byte @Nullable [] address) {}

    Sealed seal(Vault vault) {
        return new Sealed(
                vault.seal(IDENTITY, id, jurisdiction, identity),
                vault.index(IDENTITY, identity == null ? null : identity.reveal()),
                vault.seal(PHONE, id, jurisdiction, phone),
                vault.index(PHONE, phone == null ? null : phone.reveal()),
                vault.seal(ADDRESS, id, jurisdiction, address));
    }

    String gender() {
        return (identity == null ? Gender.UNSTATED : identity.gender()).code();
    }

    @Nullable
    LocalDate born() {
        return identity == null ? null : identity.birthDate();
    }

    @Override
    public String toString() {
        return PERSON.getName() + " " + id;
    }
}
