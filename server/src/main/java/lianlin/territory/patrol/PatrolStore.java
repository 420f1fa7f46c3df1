package lianlin.territory.patrol;

import static lianlin.kernel.Given.given;
import static lianlin.territory.sql.Tables.PATROL;

import java.util.Arrays;
import java.util.Collection;
import lianlin.kernel.Area;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Scope;
import lianlin.territory.patrol.Patrol.Kind;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of patrols.
@Repository
class PatrolStore {
    private final DSLContext db;

    PatrolStore(DSLContext db) {
        this.db = db;
    }

    /// The newest first.
    Page<Patrol> list(Scope scope, @Nullable Area place, Paging paging) {
        var query = db.select(
                        PATROL.ID,
                        PATROL.AREA,
                        PATROL.ACCOUNT,
                        PATROL.NAME,
                        PATROL.STARTED,
                        PATROL.KINDS,
                        PATROL.FINDINGS)
                .from(PATROL)
                .where(scope.on(PATROL.JURISDICTION, PATROL.AREA))
                .and(given(place, area -> PATROL.AREA.between(area, area.last())));
        return paging.fetchDescending(
                query,
                row -> new Patrol(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        Arrays.stream(row.value6()).map(Kind::valueOf).toList(),
                        row.value7()),
                PATROL.STARTED,
                PATROL.ID);
    }

    void insert(Collection<Patrol> patrols) {
        var rows = patrols.stream()
                .map(patrol -> {
                    var row = db.newRecord(PATROL);
                    row.setJurisdiction(patrol.area().county());
                    row.setId(patrol.id());
                    row.setArea(patrol.area());
                    row.setAccount(patrol.account());
                    row.setName(patrol.name());
                    row.setStarted(patrol.started());
                    row.setKinds(patrol.kinds().stream().map(Enum::name).toArray(String[]::new));
                    row.setFindings(patrol.findings());
                    return row;
                })
                .toList();
        if (!rows.isEmpty()) {
            db.insertInto(PATROL).set(rows).execute();
        }
    }
}
