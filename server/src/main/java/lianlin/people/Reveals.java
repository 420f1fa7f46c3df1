package lianlin.people;

import static lianlin.people.sql.Tables.MEMBER;
import static lianlin.people.sql.Tables.PERSON;

import java.time.Duration;
import lianlin.identity.Acting;
import lianlin.identity.Limits;
import lianlin.identity.Looks;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.crypto.Vault;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The one place where personal data of a member leaves in the clear: with a reason, counted, written into
/// the journal first and shown to the person concerned (IDN-13).
@Service
class Reveals {
    /// What can be revealed.
    enum Field {
        IDENTITY,
        PHONE,
        ADDRESS
    }

    private static final int A_DAY = 50;

    private final DSLContext db;
    private final Vault vault;
    private final Looks looks;
    private final Limits limits;

    Reveals(DSLContext db, Vault vault, Looks looks, Limits limits) {
        this.db = db;
        this.vault = vault;
        this.looks = looks;
        this.limits = limits;
    }

    @Transactional
    String reveal(Acting acting, Id id, Field field, String reason) {
        var row = db.select(PERSON.JURISDICTION, PERSON.IDENTITY, PERSON.PHONE, PERSON.ADDRESS)
                .from(MEMBER)
                .join(PERSON)
                .on(PERSON.JURISDICTION.eq(MEMBER.JURISDICTION), PERSON.ID.eq(MEMBER.ID))
                .where(acting.scope().on(MEMBER.JURISDICTION, MEMBER.AREA, MEMBER.PATH, MEMBER.ID), MEMBER.ID.eq(id))
                .fetchOptional()
                .orElseThrow(() -> Problem.absent("member", id));
        limits.count("reveal:" + acting.account(), A_DAY, Duration.ofDays(1), "reveal.often");
        looks.record(acting, row.value1(), id, field.name(), reason);
        var value = switch (field) {
            case IDENTITY -> vault.open(Person.IDENTITY, id, row.value1(), row.value2());
            case PHONE -> vault.open(Person.PHONE, id, row.value1(), row.value3());
            case ADDRESS -> vault.open(Person.ADDRESS, id, row.value1(), row.value4());
        };
        if (value == null) {
            throw Problem.refused("reveal.empty");
        }
        return value;
    }
}
