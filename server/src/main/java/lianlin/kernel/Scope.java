package lianlin.kernel;

import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What a post may see: a range of jurisdictions and, inside it, one of four reaches.
/// - AREA: everything at or below `area`;
/// - ORGANIZATION: what belongs to the organization at `path` or below it; of things that have a place only, those at
///   or below `area`, where the organization is;
/// - OWN: what concerns `person`; of things that have a place only, those at or below `area`;
/// - SYSTEM: nothing of the business, for the three administrators (IDN-11).
public record Scope(
        int lo,
        int hi,
        Reach reach,
        Area area,
        @Nullable String path,
        @Nullable Id person) {
    public enum Reach {
        AREA,
        ORGANIZATION,
        OWN,
        SYSTEM
    }

    /// The whole installation: listeners and jobs, never a request.
    public static final Scope INSTALLATION = new Scope(0, 999_999, Reach.AREA, Area.COUNTRY, null, null);

    /// Everything of one jurisdiction: listeners and jobs that work for it.
    public static Scope jurisdiction(int code) {
        return new Scope(code, code, Reach.AREA, Area.COUNTRY, null, null);
    }

    /// The range of 6-digit codes at or below a place: one county, or all counties of a city or a province.
    public static Scope within(Reach reach, Area area, @Nullable String path, @Nullable Id person) {
        var lo = area.county();
        var hi = area.depth() < 3 ? area.last().county() : lo;
        return new Scope(lo, hi, reach, area, path, person);
    }

    /// Things that have a place only.
    public Condition on(Field<Integer> jurisdiction, Field<Area> place) {
        return on(jurisdiction).and(inArea(place));
    }

    /// Things that have a place and belong to an organization.
    public Condition on(Field<Integer> jurisdiction, Field<Area> place, Field<String> owner) {
        return on(jurisdiction)
                .and(
                        switch (reach) {
                            case AREA -> inArea(place);
                            case ORGANIZATION -> below(owner);
                            case OWN, SYSTEM -> DSL.falseCondition();
                        });
    }

    /// Things that have a place, belong to an organization and concern a person.
    public Condition on(Field<Integer> jurisdiction, Field<Area> place, Field<String> owner, Field<Id> concerned) {
        return reach == Reach.OWN
                ? on(jurisdiction).and(person == null ? DSL.falseCondition() : concerned.eq(person))
                : on(jurisdiction, place, owner);
    }

    /// Things of a jurisdiction without a place.
    public Condition on(Field<Integer> jurisdiction) {
        return lo == hi ? jurisdiction.eq(lo) : jurisdiction.between(lo, hi);
    }

    /// Whether a place lies inside.
    public boolean covers(Area place) {
        return area.contains(place);
    }

    /// The scope narrowed to a place inside it; a place outside shows nothing.
    public Scope at(@Nullable Area place) {
        if (place == null) {
            return this;
        }
        return area.contains(place)
                ? new Scope(lo, hi, reach, place, path, person)
                : new Scope(lo, hi, Reach.SYSTEM, place, null, null);
    }

    /// The edges are part of the text of a query, so that the plan that the database keeps for it is made for a place
    /// of this size: a list of a community and one of a street want different indexes. A whole district is no
    /// condition at all.
    private Condition inArea(Field<Area> place) {
        if (reach == Reach.SYSTEM) {
            return DSL.falseCondition();
        }
        var whole = area.code() == 0 || lo == hi && area.depth() == 3 && area.county() == lo;
        return whole
                ? DSL.noCondition()
                : place.between(DSL.inline(area, place.getDataType()), DSL.inline(area.last(), place.getDataType()));
    }

    private Condition below(Field<String> owner) {
        return path == null ? DSL.falseCondition() : owner.between(DSL.inline(path), DSL.inline(path + '~'));
    }
}
