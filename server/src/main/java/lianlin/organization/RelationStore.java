package lianlin.organization;

import static lianlin.organization.sql.Tables.ORGANIZATION;
import static lianlin.organization.sql.Tables.RELATION;

import java.time.LocalDate;
import java.util.List;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Named;
import lianlin.kernel.Problem;
import lianlin.kernel.http.Words;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of relations. Whoever asks has shown already that he may see the organization.
@Repository
class RelationStore {
    private final DSLContext db;
    private final Words words;

    RelationStore(DSLContext db, Words words) {
        this.db = db;
        this.words = words;
    }

    /// The relations that hold on a day or will, seen from one of the two.
    List<Organization.Relation> of(int jurisdiction, Id organization, LocalDate day) {
        var outgoing = DSL.field(RELATION.ORGANIZATION.eq(organization));
        var other =
                DSL.when(RELATION.ORGANIZATION.eq(organization), RELATION.OTHER).otherwise(RELATION.ORGANIZATION);
        return db.select(
                        RELATION.ID,
                        RELATION.KIND,
                        RELATION.ROLE,
                        outgoing,
                        ORGANIZATION.ID,
                        ORGANIZATION.NAME,
                        RELATION.STARTS,
                        RELATION.ENDS,
                        RELATION.NOTE)
                .from(RELATION)
                .join(ORGANIZATION)
                .on(ORGANIZATION.JURISDICTION.eq(RELATION.JURISDICTION), ORGANIZATION.ID.eq(other))
                .where(RELATION.JURISDICTION.eq(jurisdiction), touching(organization))
                .and(RELATION.ENDS.isNull().or(RELATION.ENDS.gt(day)))
                .orderBy(RELATION.KIND, RELATION.STARTS, RELATION.ID)
                .fetch(row -> new Organization.Relation(
                        row.value1(),
                        words.of("RelationKind", row.value2()),
                        role(row.value3()),
                        row.value4(),
                        new Named(row.value5(), row.value6()),
                        row.value7(),
                        row.value8(),
                        row.value9()));
    }

    void insert(
            int jurisdiction,
            Id id,
            RelationKind kind,
            Id organization,
            Id other,
            RelationKind.@Nullable Role role,
            LocalDate starts,
            @Nullable LocalDate ends,
            @Nullable String note) {
        db.insertInto(RELATION)
                .set(RELATION.JURISDICTION, jurisdiction)
                .set(RELATION.ID, id)
                .set(RELATION.KIND, kind.name())
                .set(RELATION.ORGANIZATION, organization)
                .set(RELATION.OTHER, other)
                .set(RELATION.ROLE, role == null ? null : role.name())
                .set(RELATION.STARTS, starts)
                .set(RELATION.ENDS, ends)
                .set(RELATION.NOTE, note)
                .execute();
    }

    /// Ends a relation with the day before `day`; one that has not begun never begins.
    void end(int jurisdiction, Id organization, Id id, LocalDate day) {
        var ended = db.update(RELATION)
                .set(RELATION.ENDS, DSL.greatest(RELATION.STARTS, DSL.val(day)))
                .where(RELATION.JURISDICTION.eq(jurisdiction), RELATION.ID.eq(id), touching(organization))
                .and(RELATION.ENDS.isNull().or(RELATION.ENDS.gt(day)))
                .execute();
        if (ended == 0) {
            throw Problem.absent("relation", id);
        }
    }

    private static Condition touching(Id organization) {
        return RELATION.ORGANIZATION.eq(organization).or(RELATION.OTHER.eq(organization));
    }

    private @Nullable Labelled role(@Nullable String code) {
        return code == null ? null : words.of("RelationKind.Role", code);
    }
}
