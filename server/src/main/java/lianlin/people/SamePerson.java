package lianlin.people;

import static lianlin.people.sql.Tables.MEMBER_INTAKE;
import static lianlin.people.sql.Tables.PERSON;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lianlin.identity.Accounts;
import lianlin.identity.KnownPersons;
import lianlin.kernel.Id;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.crypto.Vault;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// One natural person has one id, whether the account came first or the record. Name and phone tell that both are the
/// same; where the phone belongs to an account it was proved by a code or given by an administrator.
@Component
class SamePerson implements KnownPersons {
    private final DSLContext db;
    private final Vault vault;
    private final Accounts accounts;

    SamePerson(DSLContext db, Vault vault, Accounts accounts) {
        this.db = db;
        this.vault = vault;
        this.accounts = accounts;
    }

    @Override
    public Optional<Id> find(int jurisdiction, PhoneNumber phone, String name) {
        var found = db.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.JURISDICTION.eq(jurisdiction))
                .and(PERSON.PHONE_INDEX.eq(vault.require(Person.PHONE, phone.reveal())))
                .and(PERSON.NAME.eq(name))
                .limit(2)
                .fetch(PERSON.ID);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// The persons behind accounts who have no record yet, by the contact that an account knows; rows that an import
    /// has staged count as records.
    Map<Accounts.Contact, Id> withoutRecord(Collection<Accounts.Contact> contacts) {
        var persons = accounts.persons(contacts);
        if (!persons.isEmpty()) {
            var districts = persons.keySet().stream()
                    .map(Accounts.Contact::jurisdiction)
                    .collect(Collectors.toSet());
            persons.values().removeAll(recorded(districts, persons.values()));
        }
        return persons;
    }

    private Set<Id> recorded(Set<Integer> districts, Collection<Id> ids) {
        return new HashSet<>(db.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.JURISDICTION.in(districts), PERSON.ID.in(ids))
                .union(db.select(MEMBER_INTAKE.ID)
                        .from(MEMBER_INTAKE)
                        .where(MEMBER_INTAKE.JURISDICTION.in(districts), MEMBER_INTAKE.ID.in(ids)))
                .fetch(row -> row.value1()));
    }
}
