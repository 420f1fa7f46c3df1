package lianlin.territory.reform;

import static lianlin.territory.sql.Tables.BUILDING;
import static lianlin.territory.sql.Tables.GRID;
import static lianlin.territory.sql.Tables.GRID_PARTY;
import static lianlin.territory.sql.Tables.PLACE;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.http.Sentences;
import lianlin.kernel.journal.AreaFollower;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.territory.Areas;
import lianlin.territory.Place;
import lianlin.territory.shape.Outlines;
import lianlin.territory.sql.GridRecord;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// One grid becomes two or more (TER-12). The part that keeps the code goes on with name, staff and history, as
/// official
/// codes do; the others begin today. Buildings and service places go where their point lies, whatever has none to the
/// part that the clerk names.
@Service
class GridSplits {
    /// Where to cut: a line, or an outline for each part.
    record Asked(
            @Nullable @Size(min = 2, max = 500) List<double[]> line,
            @Nullable @Size(min = 2, max = 9) List<JsonNode> outlines) {}

    /// One part. The part that keeps the code keeps its name, whatever is said here, and its staff where none are
    /// named.
    record Part(
            @NotBlank @Size(max = 40) String name,
            @Nullable @Min(0) @Max(100_000) Integer households,
            @Nullable @Size(max = 60) List<@Valid Serving> staff) {}

    /// Parts are in the order of the pieces. `keeps` keeps the code, `rest` gets what has no point. A grid without an
    /// outline is divided by names alone.
    record Wanted(
            @Nullable @Size(min = 2, max = 500) List<double[]> line,
            @Nullable @Size(min = 2, max = 9) List<JsonNode> outlines,
            @NotNull @Size(min = 2, max = 9) List<@Valid Part> parts,
            @Min(0) int keeps,
            @Min(0) int rest,
            @Nullable @Size(max = 200) String reason) {}

    private final GridRows rows;
    private final Reform reform;
    private final Outlines outlines;
    private final Areas areas;
    private final Facts facts;
    private final Sentences sentences;

    GridSplits(GridRows rows, Reform reform, Outlines outlines, Areas areas, Facts facts, Sentences sentences) {
        this.rows = rows;
        this.reform = reform;
        this.outlines = outlines;
        this.areas = areas;
        this.facts = facts;
        this.sentences = sentences;
    }

    /// Changes nothing.
    Cut draft(Scope scope, Area code, Asked asked) {
        grid(scope, code, null);
        var pieces = pieces(code, asked.line(), asked.outlines());
        var buildings = rows.buildings(code);
        var places = rows.places(code);
        var shown = new ArrayList<Cut.Piece>();
        for (var i = 0; i < pieces.size(); i++) {
            var here = within(pieces, i, buildings);
            shown.add(new Cut.Piece(
                    lianlin.territory.shape.MultiPolygon.of(pieces.get(i)),
                    Outlines.squareMetres(pieces.get(i)),
                    here.size(),
                    here.stream()
                            .mapToInt(one -> one.households() == null ? 0 : one.households())
                            .sum(),
                    within(pieces, i, places).size()));
        }
        return new Cut(shown, reform.pointless(code), reform.staff(List.of(code), code.county()));
    }

    @Transactional
    List<Place> split(Acting acting, Area code, int version, Wanted wanted) {
        var parts = wanted.parts();
        if (wanted.keeps() >= parts.size() || wanted.rest() >= parts.size()) {
            throw Problem.invalid("rest", "split.parts");
        }
        outlines.lockGround(code.community());
        var grid = grid(acting.scope(), code, version);
        var today = reform.today();
        var before = rows.staff(List.of(code), code.county(), today);
        var pieces = outlines.of(code).isEmpty() ? List.<Geometry>of() : pieces(code, wanted.line(), wanted.outlines());
        if (!pieces.isEmpty() && pieces.size() != parts.size()) {
            throw Problem.invalid("parts", "split.parts");
        }
        var fresh = rows.nextCodes(code.community(), parts.size() - 1);
        if (fresh == null) {
            throw Problem.refused("grid.full");
        }
        var codes = new ArrayList<>(fresh);
        codes.add(wanted.keeps(), code);

        keep(grid, parts.get(wanted.keeps()), before);
        for (var i = 0; i < parts.size(); i++) {
            if (i != wanted.keeps()) {
                found(acting, grid, codes.get(i), parts.get(i), i, before, wanted.reason());
            }
        }
        areas.forget(code.county());
        draw(acting, grid, codes, pieces, wanted.keeps());
        scatter(grid, codes, pieces, today);
        rest(
                acting,
                grid,
                codes.get(wanted.rest()),
                parts.get(wanted.rest()).name().strip());
        facts.publish(new GridSplit(
                Reform.header(acting, code).because(wanted.reason()),
                fresh.stream().map(Area::toString).toList()));
        return codes.stream().map(areas::place).toList();
    }

    /// The part that goes on: its people are those of before unless others are named.
    private void keep(GridRecord grid, Part part, List<lianlin.territory.sql.GridStaffRecord> before) {
        var staff = part.staff();
        if (staff != null && !staff.isEmpty()) {
            Reform.mustServe(staff, "parts");
            rows.endStaff(before.stream().map(one -> one.getId()).toList(), grid.getJurisdiction(), reform.today());
            reform.dismiss(grid.getArea(), before, Reform.accounts(staff, before));
            reform.appoint(grid.getArea(), grid.getName(), staff, before, List.of());
        }
        rows.changed(grid, part.households());
    }

    private void found(
            Acting acting,
            GridRecord grid,
            Area code,
            Part part,
            int number,
            List<lianlin.territory.sql.GridStaffRecord> before,
            @Nullable String reason) {
        var staff = part.staff() == null ? List.<Serving>of() : part.staff();
        Reform.mustServe(staff, "parts[" + number + "].staff");
        var name = part.name().strip();
        var today = reform.today();
        var made = rows.like(grid, code, name, today);
        made.setHouseholds(part.households());
        made.setExternalCode(null);
        rows.insert(made);
        rows.lines(List.of(grid.getArea()), code);
        rows.succeed(grid.getArea(), code, "SPLIT", today, reason);
        reform.appoint(code, name, staff, before, List.of(grid.getArea()));
        facts.publish(new GridSplitOff(
                Reform.header(acting, code).because(reason), grid.getArea().toString()));
    }

    private void draw(Acting acting, GridRecord grid, List<Area> codes, List<Geometry> pieces, int keeps) {
        var drawn = new HashMap<Area, Geometry>();
        var versions = new HashMap<Area, Integer>();
        for (var i = 0; i < pieces.size(); i++) {
            drawn.put(codes.get(i), pieces.get(i));
            versions.put(codes.get(i), i == keeps ? grid.getVersion() + 1 : 1);
        }
        outlines.replace(List.of(), drawn, versions, acting::sign);
    }

    /// What has a point goes where it lies.
    private void scatter(GridRecord grid, List<Area> codes, List<Geometry> pieces, java.time.LocalDate today) {
        var from = grid.getArea();
        var buildings = rows.buildings(from);
        var places = rows.places(from);
        for (var i = 0; i < pieces.size(); i++) {
            var to = codes.get(i);
            if (to.equals(from)) {
                continue;
            }
            var here = ids(within(pieces, i, buildings));
            rows.buildings(from, to, grid.getName(), BUILDING.ID.in(here));
            rows.parties(from, to, today, GRID_PARTY.BUILDING.in(here));
            rows.places(from, to, grid.getName(), PLACE.ID.in(ids(within(pieces, i, places))));
        }
    }

    /// What has none goes to the part that the clerk has named.
    private void rest(Acting acting, GridRecord grid, Area to, String name) {
        var from = grid.getArea();
        if (to.equals(from)) {
            return;
        }
        rows.buildings(from, to, grid.getName(), BUILDING.LNG.isNull());
        rows.places(from, to, grid.getName(), PLACE.LNG.isNull());
        reform.follow(
                List.of(new AreaFollower.Move(grid.getJurisdiction(), from, to, grid.getName(), name, false)),
                sentences.of("reform.split", grid.getName(), name),
                acting::sign);
    }

    private List<Geometry> pieces(Area code, @Nullable List<double[]> line, @Nullable List<JsonNode> drawn) {
        if (drawn != null) {
            var parts = drawn.stream().map(Outlines::read).toList();
            outlines.mustFit(code, parts);
            return parts;
        }
        if (line == null) {
            throw Problem.invalid("line", "split.line");
        }
        return outlines.cut(code, line);
    }

    /// Those of a piece; on a border the first one has it, outside of all the nearest.
    private static List<GridRows.Point> within(List<Geometry> pieces, int piece, List<GridRows.Point> points) {
        return points.stream().filter(point -> nearest(pieces, point) == piece).toList();
    }

    private static int nearest(List<Geometry> pieces, GridRows.Point point) {
        var best = 0;
        var distance = Double.MAX_VALUE;
        for (var i = 0; i < pieces.size(); i++) {
            var at = pieces.get(i).getFactory().createPoint(new Coordinate(point.lng(), point.lat()));
            var far = pieces.get(i).distance(at);
            if (far < distance) {
                best = i;
                distance = far;
            }
        }
        return best;
    }

    private static List<Id> ids(List<GridRows.Point> points) {
        return points.stream().map(GridRows.Point::id).toList();
    }

    private GridRecord grid(Scope scope, Area code, @Nullable Integer version) {
        var found = rows.grids(scope, GRID.AREA.eq(code), version != null).stream()
                .findFirst()
                .orElseThrow(() -> Problem.absent("grid", code));
        if (version != null && !version.equals(found.getVersion())) {
            throw Problem.stale("grid", code);
        }
        return found;
    }

    record GridSplit(Fact.Header header, List<String> grids) implements Fact {}

    record GridSplitOff(Fact.Header header, String grid) implements Fact {}
}
