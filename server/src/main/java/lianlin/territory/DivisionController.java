package lianlin.territory;

import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.May;
import lianlin.kernel.Open;
import lianlin.kernel.Page;
import lianlin.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The divisions of the whole country as a reference, and the counties opened from them.
@RestController
@RequestMapping("/api")
class DivisionController {
    private static final int MOST = 50;

    /// A division of the national list; `open` says that its county works with this installation.
    record Reference(Area code, String name, DivisionLevel level, String full, boolean open) {}

    /// Either the code, 6 or 12 digits, or the name.
    record Wanted(
            @Nullable @Size(max = 12) String code,
            @Nullable @Size(max = 60) String name) {}

    private final NationalDivisions national;
    private final Counties counties;

    DivisionController(NationalDivisions national, Counties counties) {
        this.national = national;
        this.counties = counties;
    }

    /// What lies below `parent`, or what is called `q` at a level (counties where none is said), or the provinces.
    /// Streets and communities are found by name in counties that are open.
    @GetMapping("/divisions")
    @Open("the official divisions are public, and a resident chooses a community before signing in")
    Page<Reference> divisions(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable DivisionLevel level,
            @RequestParam(required = false) @Nullable Area parent) {
        var opened = counties.opened();
        var found = q == null || q.isBlank()
                ? national.children(parent == null ? 0 : parent.division())
                : search(q, level, opened);
        var items = new ArrayList<Reference>();
        for (var division : found) {
            items.add(new Reference(
                    Area.division(division.code()),
                    division.name(),
                    division.level(),
                    counties.full(division.code()),
                    open(division, opened)));
        }
        return Page.whole(items);
    }

    @GetMapping("/jurisdictions")
    @May("division.read")
    Page<Counties.County> list(Acting acting) {
        return Page.whole(counties.list(acting.scope()));
    }

    @PostMapping("/jurisdictions")
    @ResponseStatus(HttpStatus.CREATED)
    @May("jurisdiction.open")
    Counties.Opened open(Acting acting, @RequestBody Wanted wanted) {
        if (wanted.code() != null && wanted.code().matches("\\d{6}|\\d{12}")) {
            return counties.open(acting, Area.parse(wanted.code()).division());
        }
        if (wanted.name() == null || wanted.name().isBlank()) {
            throw Problem.invalid("code", "county.code");
        }
        return counties.open(acting, counties.named(wanted.name()));
    }

    /// Streets and communities are looked for where the platform works: a resident can live nowhere else.
    private List<NationalDivision> search(String q, @Nullable DivisionLevel level, Set<Area> opened) {
        var wanted = level == null ? DivisionLevel.DISTRICT : level;
        if (wanted.compareTo(DivisionLevel.DISTRICT) <= 0) {
            return national.search(q, wanted, MOST);
        }
        return opened.stream()
                .sorted()
                .flatMap(county -> national.county(county.division()).stream())
                .filter(division ->
                        division.level() == wanted && division.name().contains(q.strip()))
                .limit(MOST)
                .toList();
    }

    private static boolean open(NationalDivision division, Set<Area> opened) {
        var area = Area.division(division.code());
        return opened.stream().anyMatch(county -> county.contains(area) || county.equals(area));
    }
}
