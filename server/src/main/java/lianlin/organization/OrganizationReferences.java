package lianlin.organization;

import static lianlin.organization.sql.Tables.ORGANIZATION;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.text.Finder;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.springframework.stereotype.Repository;

/// Organizations as others name them: id, kind, name and where they stand in the two trees.
@Repository
class OrganizationReferences {
    static final List<SelectField<?>> COLUMNS = List.of(
            ORGANIZATION.ID,
            ORGANIZATION.JURISDICTION,
            ORGANIZATION.AREA,
            ORGANIZATION.PATH,
            ORGANIZATION.PARENT,
            ORGANIZATION.KIND,
            ORGANIZATION.NAME,
            ORGANIZATION.STATUS);

    private final DSLContext db;
    private final Finder finder;

    OrganizationReferences(DSLContext db, Finder finder) {
        this.db = db;
        this.finder = finder;
    }

    /// Those whose name or short name contains what was typed.
    Condition called(String typed) {
        return finder.called(ORGANIZATION.ID, ORGANIZATION.GRAMS, typed);
    }

    Optional<OrganizationRef> find(Condition which) {
        return db.select(COLUMNS).from(ORGANIZATION).where(which).fetchOptional(OrganizationReferences::reference);
    }

    List<OrganizationRef> some(Scope scope, Condition which, int limit) {
        return some(OrganizationStore.visible(scope).and(which), limit);
    }

    List<OrganizationRef> some(Condition which, int limit) {
        return db.select(COLUMNS)
                .from(ORGANIZATION)
                .where(which)
                .orderBy(ORGANIZATION.JURISDICTION, ORGANIZATION.PATH)
                .limit(limit)
                .fetch(OrganizationReferences::reference);
    }

    /// Known by id in whichever scope: for names beside ids that the caller may see already.
    Map<Id, OrganizationRef> all(Collection<Id> ids) {
        var found = new HashMap<Id, OrganizationRef>();
        if (!ids.isEmpty()) {
            db.select(COLUMNS)
                    .from(ORGANIZATION)
                    .where(ORGANIZATION.ID.in(ids))
                    .forEach(row -> found.put(row.get(ORGANIZATION.ID), reference(row)));
        }
        return found;
    }

    /// The organizations that stand above a path, from the root down.
    List<OrganizationRef> above(int jurisdiction, String path) {
        return db.select(COLUMNS)
                .from(ORGANIZATION)
                .where(ORGANIZATION.JURISDICTION.eq(jurisdiction), ORGANIZATION.PATH.in(Paths.above(path)))
                .orderBy(ORGANIZATION.PATH)
                .fetch(OrganizationReferences::reference);
    }

    static OrganizationRef reference(Record row) {
        return new OrganizationRef(
                row.get(ORGANIZATION.ID),
                row.get(ORGANIZATION.JURISDICTION),
                row.get(ORGANIZATION.AREA),
                row.get(ORGANIZATION.PATH),
                row.get(ORGANIZATION.PARENT),
                OrganizationKind.valueOf(row.get(ORGANIZATION.KIND)),
                row.get(ORGANIZATION.NAME),
                OrganizationStatus.valueOf(row.get(ORGANIZATION.STATUS)));
    }
}
