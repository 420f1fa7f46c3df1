package lianlin.organization;

import static lianlin.organization.sql.Tables.ORGANIZATION;
import static lianlin.organization.sql.Tables.ORGANIZATION_INTAKE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lianlin.kernel.Id;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.sheet.Intake;
import lianlin.kernel.sheet.RowProblem;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Organizations on their way from a sheet into the tree: staged one by one, then looked at together, because
/// parents may stand in the same sheet and in any order.
@Repository
class OrganizationIntake {
    /// A row that is good by itself; `above` is the parent as the sheet names it.
    record Staged(
            int row,
            Id id,
            @Nullable String above,
            @Nullable Id parent,
            Profile profile) {}

    private final DSLContext db;
    private final Organizations organizations;
    private final JsonMapper json;

    OrganizationIntake(DSLContext db, Organizations organizations, JsonMapper json) {
        this.db = db;
        this.organizations = organizations;
        this.json = json;
    }

    void stage(Intake intake, List<Staged> rows) {
        db.batch(rows.stream()
                        .map(row -> db.insertInto(ORGANIZATION_INTAKE)
                                .set(
                                        ORGANIZATION_INTAKE.JURISDICTION,
                                        row.profile().area().county())
                                .set(ORGANIZATION_INTAKE.IMPORT, intake.batch())
                                .set(ORGANIZATION_INTAKE.ROW, row.row())
                                .set(ORGANIZATION_INTAKE.ID, row.id())
                                .set(ORGANIZATION_INTAKE.NAME, row.profile().name())
                                .set(ORGANIZATION_INTAKE.ABOVE, row.above())
                                .set(ORGANIZATION_INTAKE.CREDIT_CODE, code(row))
                                .set(
                                        ORGANIZATION_INTAKE.PROFILE,
                                        JSONB.valueOf(json.writeValueAsString(row.profile()))))
                        .toList())
                .execute();
    }

    /// Finds every parent, and what only shows when all rows are seen: unknown and ambiguous parents,
    /// circles, the same name or credit code twice. Bad rows are taken out, and with them what stands below
    /// them.
    List<RowProblem> settle(Intake intake, String parentColumn, String nameColumn, String codeColumn) {
        var rows = staged(intake);
        var here =
                rows.stream().collect(Collectors.groupingBy(row -> row.profile().name()));
        var there = organizations.named(
                intake.scope(),
                rows.stream().map(Staged::above).filter(Objects::nonNull).collect(Collectors.toSet()));
        var problems = new LinkedHashMap<Integer, RowProblem>();
        var parents = new HashMap<Id, Id>();
        for (var row : rows) {
            if (row.above() != null) {
                find(row, here, there, parents, problems, parentColumn);
            }
        }
        var byId = rows.stream().collect(Collectors.toMap(Staged::id, row -> row));
        circles(rows, byId, parents, problems, parentColumn);
        twins(intake, rows, parents, problems, nameColumn, codeColumn);
        below(rows, byId, parents, problems, parentColumn);
        takeOut(intake, problems.keySet());
        db.batch(parents.entrySet().stream()
                        .map(found -> db.update(ORGANIZATION_INTAKE)
                                .set(ORGANIZATION_INTAKE.PARENT, found.getValue())
                                .where(mine(intake), ORGANIZATION_INTAKE.ID.eq(found.getKey())))
                        .toList())
                .execute();
        return List.copyOf(problems.values());
    }

    private void find(
            Staged row,
            Map<String, List<Staged>> here,
            Map<String, List<OrganizationRef>> there,
            Map<Id, Id> parents,
            Map<Integer, RowProblem> problems,
            String column) {
        var above = Objects.requireNonNull(row.above());
        var known = there.getOrDefault(above, List.of());
        // one that is there already comes first: a sheet may repeat it
        var inSheet = known.isEmpty() ? here.getOrDefault(above, List.of()) : List.<Staged>of();
        if (inSheet.size() + known.size() > 1) {
            problem(problems, row, column, above, "sheet.parent-many", Integer.toString(inSheet.size() + known.size()));
            return;
        }
        if (inSheet.isEmpty() && known.isEmpty()) {
            problem(problems, row, column, above, "sheet.parent", "");
            return;
        }
        var kind = inSheet.isEmpty()
                ? known.getFirst().kind()
                : inSheet.getFirst().profile().kind();
        var district = inSheet.isEmpty()
                ? known.getFirst().jurisdiction()
                : inSheet.getFirst().profile().area().county();
        if (!row.profile().kind().mayStandBelow(kind)
                || district != row.profile().area().county()) {
            problem(problems, row, column, above, "sheet.parent-kind", "");
            return;
        }
        parents.put(
                row.id(),
                inSheet.isEmpty() ? known.getFirst().id() : inSheet.getFirst().id());
    }

    private static void circles(
            List<Staged> rows,
            Map<Id, Staged> byId,
            Map<Id, Id> parents,
            Map<Integer, RowProblem> problems,
            String column) {
        for (var row : rows) {
            var seen = new HashSet<Id>();
            for (Id at = row.id(); at != null && byId.containsKey(at); at = parents.get(at)) {
                if (!seen.add(at)) {
                    problem(problems, row, column, row.above(), "sheet.parent-circle", "");
                    break;
                }
            }
        }
    }

    private void twins(
            Intake intake,
            List<Staged> rows,
            Map<Id, Id> parents,
            Map<Integer, RowProblem> problems,
            String nameColumn,
            String codeColumn) {
        var names = new HashMap<String, Integer>();
        var codes = new HashMap<String, Integer>();
        var knownNames = new HashSet<String>();
        var knownCodes = new HashSet<String>();
        db.select(ORGANIZATION.PARENT, ORGANIZATION.NAME, ORGANIZATION.CREDIT_CODE)
                .from(ORGANIZATION)
                .where(intake.scope().on(ORGANIZATION.JURISDICTION))
                .and(ORGANIZATION.STATUS.ne(DSL.inline(OrganizationStatus.DISSOLVED.name())))
                .and(ORGANIZATION
                        .NAME
                        .in(rows.stream().map(row -> row.profile().name()).toList())
                        .or(ORGANIZATION.CREDIT_CODE.in(rows.stream()
                                .map(OrganizationIntake::code)
                                .filter(Objects::nonNull)
                                .toList())))
                .forEach(row -> {
                    knownNames.add(row.value1() + "/" + row.value2());
                    if (row.value3() != null) {
                        knownCodes.add(row.value3());
                    }
                });
        for (var row : rows) {
            var key = parents.get(row.id()) + "/" + row.profile().name();
            var code = code(row);
            var first = names.putIfAbsent(key, row.row());
            var same = code == null ? null : codes.putIfAbsent(code, row.row());
            if (first != null) {
                problem(problems, row, nameColumn, row.profile().name(), "sheet.twice", first.toString());
            } else if (knownNames.contains(key)) {
                problem(problems, row, nameColumn, row.profile().name(), "sheet.there", "");
            }
            if (same != null) {
                problem(problems, row, codeColumn, code, "sheet.twice", same.toString());
            } else if (code != null && knownCodes.contains(code)) {
                problem(problems, row, codeColumn, code, "sheet.there", "");
            }
        }
    }

    /// What stands below a bad row of the sheet cannot be written either.
    private static void below(
            List<Staged> rows,
            Map<Id, Staged> byId,
            Map<Id, Id> parents,
            Map<Integer, RowProblem> problems,
            String column) {
        for (var found = true; found; ) {
            found = false;
            for (var row : rows) {
                var above = parents.get(row.id());
                var bad = above == null ? null : byId.get(above);
                if (bad != null && problems.containsKey(bad.row()) && !problems.containsKey(row.row())) {
                    problem(problems, row, column, row.above(), "sheet.parent-bad", Integer.toString(bad.row()));
                    found = true;
                }
            }
        }
    }

    private static void problem(
            Map<Integer, RowProblem> problems,
            Staged row,
            String column,
            @Nullable String value,
            String code,
            String filling) {
        problems.putIfAbsent(
                row.row(),
                new RowProblem(
                        row.row(), column, value, code, filling.isEmpty() ? List.of() : List.of(filling), List.of()));
    }

    /// Registers everything, parents first.
    int apply(Intake intake) {
        var byDistrict = staged(intake).stream()
                .collect(Collectors.groupingBy(row -> row.profile().area().county()));
        byDistrict.forEach((jurisdiction, rows) ->
                organizations.register(jurisdiction, inOrder(rows), header -> signed(intake, header)));
        return byDistrict.values().stream().mapToInt(List::size).sum();
    }

    private static Fact.Header signed(Intake intake, Fact.Header header) {
        return header.by(intake.account(), intake.post(), intake.address(), intake.request());
    }

    private static List<Registration> inOrder(List<Staged> rows) {
        var waiting = new ArrayList<>(rows);
        var ids = rows.stream().map(Staged::id).collect(Collectors.toSet());
        var done = new HashSet<Id>();
        var ordered = new ArrayList<Registration>();
        while (!waiting.isEmpty()) {
            var ready = waiting.stream()
                    .filter(row -> row.parent() == null || !ids.contains(row.parent()) || done.contains(row.parent()))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("The rows stand in a circle");
            }
            ready.forEach(row -> {
                ordered.add(new Registration(row.id(), row.parent(), row.profile()));
                done.add(row.id());
            });
            waiting.removeAll(new HashSet<>(ready));
        }
        return ordered;
    }

    void discard(Id batch) {
        db.deleteFrom(ORGANIZATION_INTAKE)
                .where(ORGANIZATION_INTAKE.IMPORT.eq(batch))
                .execute();
    }

    private void takeOut(Intake intake, Set<Integer> rows) {
        if (!rows.isEmpty()) {
            db.deleteFrom(ORGANIZATION_INTAKE)
                    .where(mine(intake), ORGANIZATION_INTAKE.ROW.in(rows))
                    .execute();
        }
    }

    private List<Staged> staged(Intake intake) {
        return db.selectFrom(ORGANIZATION_INTAKE)
                .where(mine(intake))
                .orderBy(ORGANIZATION_INTAKE.ROW)
                .fetch(row -> new Staged(
                        row.getRow(),
                        row.getId(),
                        row.getAbove(),
                        row.getParent(),
                        json.readValue(row.getProfile().data(), Profile.class)));
    }

    private static Condition mine(Intake intake) {
        return intake.scope().on(ORGANIZATION_INTAKE.JURISDICTION).and(ORGANIZATION_INTAKE.IMPORT.eq(intake.batch()));
    }

    private static @Nullable String code(Staged row) {
        var code = row.profile().creditCode();
        return code == null ? null : code.toString();
    }
}
