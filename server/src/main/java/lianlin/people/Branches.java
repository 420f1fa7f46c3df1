package lianlin.people;

import static lianlin.organization.sql.Tables.ORGANIZATION;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// STUB
@Component
class Branches {
    private static final Set<String> TAKING = Set.of("BRANCH", "JOINT_BRANCH", "TEMPORARY_BRANCH", "MOBILE_MEMBER_BRANCH");
    private final DSLContext db;

    Branches(DSLContext db) {
        this.db = db;
    }

    Branch get(Scope scope, Id id) {
        return find(scope, id).orElseThrow(() -> Problem.absent("organization", id));
    }

    Optional<Branch> find(Scope scope, Id id) {
        return db.selectFrom(ORGANIZATION)
                .where(scope.on(ORGANIZATION.JURISDICTION, ORGANIZATION.AREA, ORGANIZATION.PATH), ORGANIZATION.ID.eq(id))
                .fetchOptional(Branches::branch);
    }

    Map<Id, String> names(Collection<Id> ids) {
        var names = new HashMap<Id, String>();
        if (!ids.isEmpty()) {
            db.select(ORGANIZATION.ID, ORGANIZATION.NAME)
                    .from(ORGANIZATION)
                    .where(ORGANIZATION.ID.in(ids))
                    .forEach(row -> names.put(row.value1(), row.value2()));
        }
        return names;
    }

    List<String> names(Scope scope, int limit) {
        return db.selectFrom(ORGANIZATION)
                .where(scope.on(ORGANIZATION.JURISDICTION, ORGANIZATION.AREA, ORGANIZATION.PATH), ORGANIZATION.KIND.in(TAKING))
                .orderBy(ORGANIZATION.PATH)
                .limit(limit)
                .fetch(ORGANIZATION.NAME);
    }

    Map<String, List<Branch>> named(Scope scope, Collection<String> names) {
        return db.selectFrom(ORGANIZATION)
                .where(scope.on(ORGANIZATION.JURISDICTION, ORGANIZATION.AREA, ORGANIZATION.PATH), ORGANIZATION.NAME.in(names))
                .fetch(Branches::branch)
                .stream()
                .collect(Collectors.groupingBy(Branch::name));
    }

    List<String> near(Scope scope, String name) {
        return List.of();
    }

    Optional<Id> group(Branch branch, String name) {
        return Optional.empty();
    }

    List<Branch> below(Scope scope, String path) {
        return db.selectFrom(ORGANIZATION)
                .where(scope.on(ORGANIZATION.JURISDICTION), ORGANIZATION.PATH.between(path, path + '~'))
                .fetch(Branches::branch);
    }

    private static Branch branch(Record row) {
        return new Branch(
                row.get(ORGANIZATION.ID),
                row.get(ORGANIZATION.JURISDICTION),
                row.get(ORGANIZATION.NAME),
                row.get(ORGANIZATION.PATH),
                row.get(ORGANIZATION.AREA),
                TAKING.contains(row.get(ORGANIZATION.KIND)),
                row.get(ORGANIZATION.KIND).equals("GROUP"));
    }
}
