package lianlin.territory.reform;

import static lianlin.territory.sql.Tables.AREA;
import static lianlin.territory.sql.Tables.GRID;
import static lianlin.territory.sql.Tables.PARTY_AREA_DIVISION;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.Warning;
import lianlin.kernel.http.Sentences;
import lianlin.kernel.journal.AreaFollower;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.territory.Areas;
import lianlin.territory.Households;
import lianlin.territory.Place;
import lianlin.territory.shape.Outlines;
import lianlin.territory.sql.AreaRecord;
import lianlin.territory.sql.GridRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Communities go into another one, which keeps its code and name (TER-12). Their grids get codes of the community that
/// they belong to now, the old codes say which; whatever stands in either goes along in the same transaction.
@Service
class CommunityMergers {
    private static final int COMMUNITY = 5;

    record Asked(@NotNull @Size(min = 1, max = 9) List<@NotNull Area> others) {}

    record Wanted(
            @NotNull @Size(min = 1, max = 9) List<@NotNull Area> others,
            @Nullable @Size(max = 200) String reason) {}

    private final DSLContext db;
    private final GridRows rows;
    private final Reform reform;
    private final Outlines outlines;
    private final Areas areas;
    private final Facts facts;
    private final Sentences sentences;
    private final Households usual;

    CommunityMergers(
            DSLContext db,
            GridRows rows,
            Reform reform,
            Outlines outlines,
            Areas areas,
            Facts facts,
            Sentences sentences,
            Households usual) {
        this.db = db;
        this.rows = rows;
        this.reform = reform;
        this.outlines = outlines;
        this.areas = areas;
        this.facts = facts;
        this.sentences = sentences;
        this.usual = usual;
    }

    /// Changes nothing.
    Draft draft(Scope scope, Area target, List<Area> others) {
        var all = communities(scope, target, others, false);
        var grids = grids(others);
        var moving = Stream.concat(others.stream(), grids.stream().map(GridRecord::getArea))
                .toList();
        var amounts = new ArrayList<Draft.Amount>();
        if (!grids.isEmpty()) {
            amounts.add(new Draft.Amount(reform.word("grid"), grids.size(), grids.size()));
        }
        amounts.addAll(reform.amounts(moving, target.county()));
        var places = all.stream().map(AreaRecord::getArea).toList();
        var union = outlines.united(places).orElse(null);
        var households = households(all);
        return new Draft(
                places.stream().map(areas::place).toList(),
                amounts,
                List.of(),
                households,
                Outlines.drawn(union),
                union == null ? 0 : Outlines.squareMetres(union),
                places.stream()
                        .filter(area -> outlines.of(area).isEmpty())
                        .map(areas::place)
                        .toList(),
                warnings(target.county(), households, union));
    }

    @Transactional
    Place merge(Acting acting, Area target, int version, Wanted wanted) {
        outlines.lockGround(target.parent().parent());
        var all = communities(acting.scope(), target, wanted.others(), true);
        var kept = all.getFirst();
        if (kept.getVersion() != version) {
            throw Problem.stale("area", target);
        }
        var today = reform.today();
        var union = outlines.united(all.stream().map(AreaRecord::getArea).toList());
        var drawn = new HashMap<Area, Geometry>();
        var versions = new HashMap<Area, Integer>();
        var ended = new ArrayList<Area>();
        var moves = new ArrayList<AreaFollower.Move>();
        var name = areas.name(target);

        for (var other : all.subList(1, all.size())) {
            var grids = grids(List.of(other.getArea()));
            var codes = rows.nextCodes(target, grids.size());
            if (codes == null) {
                throw Problem.refused("grid.full");
            }
            for (var i = 0; i < grids.size(); i++) {
                var code = codes.get(i);
                var grid = grids.get(i);
                outlines.of(grid.getArea()).ifPresent(shape -> {
                    drawn.put(code, shape);
                    versions.put(code, 1);
                });
                ended.add(grid.getArea());
                moves.add(move(acting, grid, code, other, wanted.reason()));
            }
            var from = other.getArea();
            ended.add(from);
            rows.move(from, target, other.getShortName(), today, true);
            rows.usualWeeks(from, target);
            rows.succeed(from, target, "MERGED", today, wanted.reason());
            end(other, target);
            partyArea(from, target);
            moves.add(new AreaFollower.Move(target.county(), from, target, other.getShortName(), name, true));
            facts.publish(new AreaEnded(Reform.header(acting, from).because(wanted.reason()), target.toString()));
        }
        db.update(AREA)
                .set(AREA.HOUSEHOLDS, households(all))
                .set(AREA.VERSION, version + 1)
                .where(AREA.JURISDICTION.eq(target.county()), AREA.AREA_.eq(target))
                .execute();
        areas.forget(target.county());
        union.ifPresent(shape -> {
            drawn.put(target, shape);
            versions.put(target, version + 1);
        });
        outlines.replace(ended, drawn, versions, acting::sign);
        facts.publish(new AreasMerged(
                Reform.header(acting, target).because(wanted.reason()),
                wanted.others().stream().map(Area::toString).toList()));
        var names = all.subList(1, all.size()).stream()
                .map(AreaRecord::getShortName)
                .toList();
        reform.follow(moves, sentences.of("reform.merged", String.join("、", names), name), acting::sign);
        return areas.place(target);
    }

    /// A grid of a community that ends goes on under a code of the other community, with the people who serve in it.
    private AreaFollower.Move move(
            Acting acting, GridRecord grid, Area code, AreaRecord other, @Nullable String reason) {
        var from = grid.getArea();
        var today = reform.today();
        var taken = db.fetchExists(
                GRID,
                GRID.JURISDICTION.eq(code.county()),
                GRID.COMMUNITY.eq(code.community()),
                GRID.NAME.eq(grid.getName()),
                GRID.VALID_TO.isNull());
        var name = taken ? other.getShortName() + grid.getName() : grid.getName();
        rows.insert(rows.like(grid, code, name, today));
        rows.end(grid, today, code);
        rows.lines(List.of(from), code);
        var staff = rows.staff(List.of(from), code.county(), today);
        rows.endStaff(staff.stream().map(one -> one.getId()).toList(), code.county(), today);
        staff.forEach(one -> rows.appoint(
                code,
                one.getAccount(),
                one.getName(),
                one.getRole(),
                one.getStarts().isAfter(today) ? one.getStarts() : today,
                one.getEnds()));
        rows.succeed(from, code, "MERGED", today, reason);
        rows.move(from, code, grid.getName(), today, true);
        rows.usualWeeks(from, code);
        facts.publish(new GridMergers.GridEnded(Reform.header(acting, from).because(reason), code.toString()));
        return new AreaFollower.Move(code.county(), from, code, grid.getName(), name, true);
    }

    private void end(AreaRecord other, Area target) {
        db.update(AREA)
                .set(AREA.VALID_TO, reform.today())
                .set(AREA.REPLACED_BY, target)
                .set(AREA.VERSION, other.getVersion() + 1)
                .where(AREA.JURISDICTION.eq(other.getJurisdiction()), AREA.AREA_.eq(other.getArea()))
                .execute();
    }

    /// The party-building area of a community that ends loses it today; where the other one is in none, it takes its
    /// place (TER-05).
    private void partyArea(Area from, Area target) {
        var today = reform.today();
        var open = PARTY_AREA_DIVISION.ENDS.isNull().or(PARTY_AREA_DIVISION.ENDS.gt(today));
        var here = PARTY_AREA_DIVISION.JURISDICTION.eq(from.county());
        var of = db.select(PARTY_AREA_DIVISION.PARTY_AREA)
                .from(PARTY_AREA_DIVISION)
                .where(here, PARTY_AREA_DIVISION.AREA.eq(from), open)
                .fetch(PARTY_AREA_DIVISION.PARTY_AREA);
        db.update(PARTY_AREA_DIVISION)
                .set(PARTY_AREA_DIVISION.ENDS, DSL.greatest(PARTY_AREA_DIVISION.STARTS, DSL.val(today)))
                .where(here, PARTY_AREA_DIVISION.AREA.eq(from), open)
                .execute();
        var free = !db.fetchExists(PARTY_AREA_DIVISION, here, PARTY_AREA_DIVISION.AREA.eq(target), open);
        if (free && !of.isEmpty()) {
            db.insertInto(PARTY_AREA_DIVISION)
                    .set(PARTY_AREA_DIVISION.JURISDICTION, target.county())
                    .set(PARTY_AREA_DIVISION.PARTY_AREA, of.getFirst())
                    .set(PARTY_AREA_DIVISION.AREA, target)
                    .set(PARTY_AREA_DIVISION.STARTS, today)
                    .execute();
        }
    }

    /// The one that stays first, then the others as they were named.
    private List<AreaRecord> communities(Scope scope, Area target, List<Area> others, boolean locked) {
        var codes = new ArrayList<>(List.of(target));
        codes.addAll(others);
        if (new HashSet<>(codes).size() < codes.size()) {
            throw Problem.invalid("others", "merger.twice");
        }
        var query = db.selectFrom(AREA)
                .where(scope.on(AREA.JURISDICTION, AREA.AREA_), AREA.AREA_.in(codes), AREA.VALID_TO.isNull())
                .orderBy(AREA.AREA_);
        Map<Area, AreaRecord> found = (locked ? query.forUpdate() : query).fetchMap(AREA.AREA_);
        var ordered = new ArrayList<AreaRecord>();
        for (var code : codes) {
            var row = found.get(code);
            if (row == null) {
                throw Problem.absent("area", code);
            }
            ordered.add(row);
        }
        if (codes.stream().anyMatch(code -> code.depth() != COMMUNITY || code.county() != target.county())) {
            throw Problem.invalid("others", "merger.communities");
        }
        return ordered;
    }

    private List<GridRecord> grids(List<Area> communities) {
        return db.selectFrom(GRID)
                .where(
                        GRID.JURISDICTION.eq(communities.getFirst().county()),
                        GRID.COMMUNITY.in(communities),
                        GRID.VALID_TO.isNull())
                .orderBy(GRID.AREA)
                .fetch();
    }

    private static @Nullable Integer households(List<AreaRecord> communities) {
        return Households.sum(communities, AreaRecord::getHouseholds);
    }

    private List<Warning> warnings(int jurisdiction, @Nullable Integer households, @Nullable Geometry union) {
        var warnings = new ArrayList<Warning>();
        usual.ofCommunity(jurisdiction, households).ifPresent(warnings::add);
        if (union != null && union.getNumGeometries() > 1) {
            warnings.add(new Warning("merger.apart", sentences.of("merger.apart")));
        }
        return warnings;
    }

    record AreasMerged(Fact.Header header, List<String> areas) implements Fact {}

    record AreaEnded(Fact.Header header, String successor) implements Fact {}
}
