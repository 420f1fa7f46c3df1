package lianlin.territory;

import static lianlin.territory.sql.Tables.AREA;
import static lianlin.territory.sql.Tables.COUNTY;

import java.time.Instant;
import java.time.LocalDate;
import lianlin.kernel.Area;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationContext;

/// The invented places of tests, which no national list knows.
public final class Grounds {
    private Grounds() {}

    /// A county, street or community; what is above it was laid before.
    public static void lay(ApplicationContext context, Area area, String name) {
        Scoped.run(Scope.INSTALLATION, () -> {
            var db = context.getBean(DSLContext.class);
            var level = DivisionLevel.of(area.division());
            if (level == DivisionLevel.DISTRICT) {
                db.insertInto(COUNTY)
                        .set(COUNTY.JURISDICTION, area.county())
                        .set(COUNTY.AREA, area)
                        .set(COUNTY.NAME, name)
                        .set(COUNTY.FULL_NAME, name)
                        .set(COUNTY.YEAR, 2026)
                        .set(COUNTY.OPENED, Instant.EPOCH)
                        .execute();
            }
            db.insertInto(AREA)
                    .set(AREA.JURISDICTION, area.county())
                    .set(AREA.AREA_, area)
                    .set(AREA.NAME, name)
                    .set(AREA.SHORT_NAME, name)
                    .set(AREA.LEVEL, level.name())
                    .set(AREA.KIND, DivisionKind.of(area.division()).name())
                    .set(AREA.PARENT, area.parent())
                    .set(AREA.REGION_TYPE, level == DivisionLevel.COMMUNITY ? RegionType.URBAN_COMMUNITY.name() : null)
                    .set(AREA.VALID_FROM, LocalDate.EPOCH)
                    .execute();
            context.getBean(Areas.class).forget(area.county());
        });
    }
}
