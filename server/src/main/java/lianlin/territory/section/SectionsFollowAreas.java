package lianlin.territory.section;

import static lianlin.territory.sql.Tables.DUTY_SECTION;

import java.util.List;
import lianlin.kernel.Id;
import lianlin.kernel.journal.AreaFollower;
import lianlin.kernel.journal.Standing;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Responsibility sections go where their place goes, with whoever holds them (TER-12, TER-15).
@Component
class SectionsFollowAreas implements AreaFollower {
    private static final lianlin.territory.sql.DutySection THERE = DUTY_SECTION.as("there");
    private static final Standing SECTIONS = new Standing(
            "section",
            DUTY_SECTION.JURISDICTION,
            DUTY_SECTION.AREA,
            DUTY_SECTION.VERSION,
            DUTY_SECTION.STATE.ne(DSL.inline("RELEASED")),
            false,
            new Standing.Told(
                    DUTY_SECTION.ID,
                    DSL.inline(SectionFacts.SUBJECT),
                    DUTY_SECTION.STATE,
                    Standing.nothing(),
                    DSL.inline((Id) null)));

    private final DSLContext db;

    SectionsFollowAreas(DSLContext db) {
        this.db = db;
    }

    @Override
    public List<Standing> standings() {
        return List.of(SECTIONS);
    }

    @Override
    public void makeRoom(Move move) {
        db.update(DUTY_SECTION)
                .set(DUTY_SECTION.NAME, DUTY_SECTION.NAME.concat("（" + move.formerName() + "）"))
                .where(DUTY_SECTION.JURISDICTION.eq(move.jurisdiction()), DUTY_SECTION.AREA.eq(move.from()))
                .and(DSL.exists(DSL.selectOne()
                        .from(THERE)
                        .where(
                                THERE.JURISDICTION.eq(move.jurisdiction()),
                                THERE.AREA.eq(move.to()),
                                THERE.NAME.eq(DUTY_SECTION.NAME))))
                .execute();
    }
}
