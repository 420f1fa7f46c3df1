package lianlin.territory.reform;

import static lianlin.territory.sql.Tables.GRID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import lianlin.territory.sql.GridRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Several grids of one community become one with a code of its own (TER-12). The old ones end today and say which one
/// replaces them; whatever stands in them goes along in the same transaction.
@Service
class GridMergers {
    record Asked(@NotNull @Size(min = 2, max = 30) List<@NotNull Area> grids) {}

    /// `households` are the sum of the old grids where nothing is said.
    record Wanted(
            @NotNull @Size(min = 2, max = 30) List<@NotNull Area> grids,
            @NotBlank @Size(max = 40) String name,
            @Nullable @Min(0) @Max(100_000) Integer households,
            @NotNull @Size(max = 60) List<@Valid Serving> staff,
            @Nullable @Size(max = 200) String reason) {}

    private final GridRows rows;
    private final Reform reform;
    private final Outlines outlines;
    private final Areas areas;
    private final Facts facts;
    private final Sentences sentences;
    private final Households usual;

    GridMergers(
            GridRows rows,
            Reform reform,
            Outlines outlines,
            Areas areas,
            Facts facts,
            Sentences sentences,
            Households usual) {
        this.rows = rows;
        this.reform = reform;
        this.outlines = outlines;
        this.areas = areas;
        this.facts = facts;
        this.sentences = sentences;
        this.usual = usual;
    }

    /// Changes nothing.
    Draft draft(Scope scope, List<Area> codes) {
        var grids = grids(scope, codes, false);
        var olds = codes(grids);
        var jurisdiction = grids.getFirst().getJurisdiction();
        var union = outlines.united(olds).orElse(null);
        var households = households(grids);
        return new Draft(
                olds.stream().map(areas::place).toList(),
                reform.amounts(olds, jurisdiction),
                reform.staff(olds, jurisdiction),
                households,
                Outlines.drawn(union),
                union == null ? 0 : Outlines.squareMetres(union),
                olds.stream()
                        .filter(area -> outlines.of(area).isEmpty())
                        .map(areas::place)
                        .toList(),
                warnings(jurisdiction, households, union != null && union.getNumGeometries() > 1));
    }

    @Transactional
    Place merge(Acting acting, Wanted wanted) {
        Reform.mustServe(wanted.staff(), "staff");
        var community = wanted.grids().getFirst().community();
        outlines.lockGround(community);
        var grids = grids(acting.scope(), wanted.grids(), true);
        var olds = codes(grids);
        var codes = rows.nextCodes(community, 1);
        if (codes == null) {
            throw Problem.refused("grid.full");
        }
        var code = codes.getFirst();
        var today = reform.today();
        var name = wanted.name().strip();
        var before = rows.staff(olds, community.county(), today);
        var union = outlines.united(olds);

        grids.forEach(grid -> rows.end(grid, today, code));
        var merged = rows.like(grids.getFirst(), code, name, today);
        merged.setHouseholds(wanted.households() == null ? households(grids) : wanted.households());
        fillTexts(merged, grids);
        rows.insert(merged);
        rows.lines(olds, code);
        areas.forget(community.county());
        outlines.replace(olds, union.map(shape -> Map.of(code, shape)).orElse(Map.of()), Map.of(code, 1), acting::sign);

        var staying = Reform.accounts(wanted.staff(), before);
        olds.forEach(old -> reform.dismiss(old, before, staying));
        rows.endStaff(before.stream().map(one -> one.getId()).toList(), community.county(), today);
        reform.appoint(code, name, wanted.staff(), before, List.of());

        var moves = new ArrayList<AreaFollower.Move>();
        for (var grid : grids) {
            var old = grid.getArea();
            rows.succeed(old, code, "MERGED", today, wanted.reason());
            rows.move(old, code, grid.getName(), today, false);
            rows.usualWeeks(old, code);
            moves.add(new AreaFollower.Move(community.county(), old, code, grid.getName(), name, true));
            facts.publish(new GridEnded(Reform.header(acting, old).because(wanted.reason()), code.toString()));
        }
        facts.publish(new GridsMerged(
                Reform.header(acting, code).because(wanted.reason()),
                olds.stream().map(Area::toString).toList()));
        reform.follow(moves, sentences.of("reform.merged", names(grids), name), acting::sign);
        return areas.place(code);
    }

    /// What the first grid leaves unsaid another one may say.
    private static void fillTexts(GridRecord merged, List<GridRecord> grids) {
        for (var grid : grids) {
            merged.setPersons(merged.getPersons() == null ? grid.getPersons() : merged.getPersons());
            merged.setDuties(merged.getDuties() == null ? grid.getDuties() : merged.getDuties());
            merged.setSystems(merged.getSystems() == null ? grid.getSystems() : merged.getSystems());
            merged.setStandards(merged.getStandards() == null ? grid.getStandards() : merged.getStandards());
            merged.setDutyPhone(merged.getDutyPhone() == null ? grid.getDutyPhone() : merged.getDutyPhone());
        }
        merged.setExternalCode(null);
    }

    /// The grids in the order in which they were named: what is unsaid, the first one says.
    private List<GridRecord> grids(Scope scope, List<Area> codes, boolean locked) {
        if (new HashSet<>(codes).size() < codes.size()) {
            throw Problem.invalid("grids", "merger.twice");
        }
        var found = new ArrayList<>(rows.grids(scope, GRID.AREA.in(codes), locked));
        for (var code : codes) {
            if (found.stream().noneMatch(grid -> grid.getArea().equals(code))) {
                throw Problem.absent("grid", code);
            }
        }
        var community = codes.getFirst().community();
        if (codes.stream().anyMatch(code -> !code.community().equals(community))) {
            throw Problem.invalid("grids", "merger.one-community");
        }
        found.sort(java.util.Comparator.comparing(grid -> codes.indexOf(grid.getArea())));
        return found;
    }

    private static List<Area> codes(List<GridRecord> grids) {
        return grids.stream().map(GridRecord::getArea).toList();
    }

    private static String names(List<GridRecord> grids) {
        return String.join("、", grids.stream().map(GridRecord::getName).toList());
    }

    private static @Nullable Integer households(List<GridRecord> grids) {
        return Households.sum(grids, GridRecord::getHouseholds);
    }

    private List<Warning> warnings(int jurisdiction, @Nullable Integer households, boolean apart) {
        var warnings = new ArrayList<Warning>();
        usual.ofGrid(jurisdiction, households).ifPresent(warnings::add);
        if (apart) {
            warnings.add(new Warning("merger.apart", sentences.of("merger.apart")));
        }
        return warnings;
    }

    record GridsMerged(Fact.Header header, List<String> grids) implements Fact {}

    record GridEnded(Fact.Header header, String successor) implements Fact {}
}
