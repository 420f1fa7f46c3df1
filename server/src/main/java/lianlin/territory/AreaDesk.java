package lianlin.territory;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.Warning;
import lianlin.kernel.http.Words;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what a county knows of its divisions beside their official names.
@Service
class AreaDesk {
    /// What changes; what is null stays.
    record Change(
            @Nullable @Size(min = 1, max = 40) String shortName,

            @Nullable @Pattern(regexp = "111|112|121|122|123|210|220", message = "area.urban-rural-code")
            String urbanRural,

            @Nullable RegionType regionType,
            @Nullable @Min(0) @Max(1_000_000) Integer households) {}

    /// Another name; without a short one it follows from the long one, without a day it is today.
    record Renaming(
            @NotBlank @Size(max = 60) String name,
            @Nullable @Size(max = 40) String shortName,
            @Nullable LocalDate from,
            @Nullable @Size(max = 200) String reason) {}

    private final AreaStore store;
    private final Areas areas;
    private final Naming naming;
    private final Facts facts;
    private final Words words;
    private final Households households;

    AreaDesk(AreaStore store, Areas areas, Naming naming, Facts facts, Words words, Households households) {
        this.store = store;
        this.areas = areas;
        this.naming = naming;
        this.facts = facts;
        this.words = words;
        this.households = households;
    }

    Division get(Scope scope, Area area) {
        return shown(store.get(scope, area));
    }

    /// Now, or on a day in the past with the names of that day (TER-12).
    List<Division> list(Scope scope, @Nullable Area parent, @Nullable LocalDate on) {
        var rows = parent == null ? store.tops(scope) : store.children(scope, parent, on);
        var former = parent == null || on == null ? Map.<Area, Areas.Called>of() : areas.formerly(parent.county(), on);
        return rows.stream()
                .map(row -> {
                    var then = former.get(row.code());
                    return shown(then == null ? row : row.called(then));
                })
                .toList();
    }

    /// Changes the short name, the households and the type of a community; an urban-rural code proposes the
    /// type where none is said (TER-04).
    @Transactional
    Division change(Acting acting, Area area, int version, Change change) {
        store.lock(acting.scope(), area, version);
        var before = store.get(acting.scope(), area);
        var urbanRural = change.urbanRural() == null ? before.urbanRural() : change.urbanRural();
        var type = change.regionType();
        if (type == null && change.urbanRural() != null) {
            type = RegionType.proposed(change.urbanRural());
        }
        if (before.level() != DivisionLevel.COMMUNITY && (type != null || urbanRural != null)) {
            throw Problem.invalid("regionType", "area.type-of-community");
        }
        var shortName = Objects.requireNonNullElse(change.shortName(), before.shortName())
                .strip();
        naming.rename(acting, area, before.name(), shortName, null, null);
        store.update(
                area,
                shortName,
                urbanRural,
                type == null ? before.regionType() : type,
                change.households() == null ? before.households() : change.households(),
                version + 1);
        facts.publish(new AreaChanged(
                acting.header(area.county(), "area", new Id(area.code())).area(area)));
        areas.forget(area.county());
        return get(acting.scope(), area);
    }

    /// Another name from a day on (TER-12).
    @Transactional
    Division rename(Acting acting, Area area, int version, Renaming wanted) {
        store.lock(acting.scope(), area, version);
        var name = wanted.name().strip();
        var given = wanted.shortName() == null ? "" : wanted.shortName().strip();
        var level = store.get(acting.scope(), area).level();
        naming.rename(
                acting,
                area,
                name,
                given.isEmpty() ? ShortNames.of(name, level) : given,
                wanted.from(),
                wanted.reason());
        store.touch(area, version + 1);
        return get(acting.scope(), area);
    }

    private Division shown(AreaStore.Row row) {
        return new Division(
                row.code(),
                row.name(),
                row.shortName(),
                words.of("DivisionLevel", row.level().name()),
                words.of("DivisionKind", row.kind().name()),
                row.parent(),
                row.urbanRural(),
                words.label(row.regionType()),
                row.households(),
                row.children(),
                row.validFrom(),
                row.validTo(),
                row.replacedBy() == null ? null : areas.place(row.replacedBy()),
                row.version(),
                warnings(row));
    }

    private List<Warning> warnings(AreaStore.Row row) {
        return row.kind() == DivisionKind.COMMUNITY && row.validTo() == null
                ? households.ofCommunity(row.code().county(), row.households()).stream()
                        .toList()
                : List.of();
    }

    record AreaChanged(Fact.Header header) implements Fact {}
}
