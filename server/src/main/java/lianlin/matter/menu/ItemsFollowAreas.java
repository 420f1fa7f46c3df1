package lianlin.matter.menu;

import static lianlin.matter.sql.Tables.SERVICE_ITEM;

import java.util.List;
import lianlin.kernel.journal.AreaFollower;
import lianlin.kernel.journal.Standing;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// The menu of a place goes along with it (TER-12); of two items of one name and provider the one that comes says from
/// where.
@Component
class ItemsFollowAreas implements AreaFollower {
    private static final lianlin.matter.sql.ServiceItem THERE = SERVICE_ITEM.as("there");
    private static final Standing ITEMS = new Standing(
            "service-item",
            SERVICE_ITEM.JURISDICTION,
            SERVICE_ITEM.AREA,
            SERVICE_ITEM.VERSION,
            SERVICE_ITEM.STATE.eq(DSL.inline("PUBLISHED")),
            false,
            new Standing.Told(
                    SERVICE_ITEM.ID,
                    DSL.inline(ServiceItemFacts.SUBJECT),
                    SERVICE_ITEM.STATE,
                    SERVICE_ITEM.PATH,
                    SERVICE_ITEM.PROVIDER));

    private final DSLContext db;

    ItemsFollowAreas(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Standing> standings() {
        return List.of(ITEMS);
    }

    @Override
    public void makeRoom(Move move) {
        db.update(SERVICE_ITEM)
                .set(SERVICE_ITEM.TITLE, SERVICE_ITEM.TITLE.concat("（" + move.formerName() + "）"))
                .where(SERVICE_ITEM.JURISDICTION.eq(move.jurisdiction()), SERVICE_ITEM.AREA.eq(move.from()))
                .and(DSL.exists(DSL.selectOne()
                        .from(THERE)
                        .where(
                                THERE.JURISDICTION.eq(move.jurisdiction()),
                                THERE.AREA.eq(move.to()),
                                THERE.PROVIDER.eq(SERVICE_ITEM.PROVIDER),
                                THERE.TITLE.eq(SERVICE_ITEM.TITLE))))
                .execute();
    }
}
