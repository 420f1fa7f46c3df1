package lianlin.territory;

import static lianlin.territory.sql.Tables.AREA;
import static lianlin.territory.sql.Tables.COUNTY;
import static org.jooq.Records.mapping;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Opens counties: the national list's streets and communities become the county's own (TER-01, TER-02).
@Service
public class Counties {
    /// A county that was opened, what came with it, and how long that took.
    public record Opened(Area code, String name, String full, int streets, int communities, long ms) {}

    /// A county that is open.
    record County(Area code, String name, String full, int year, Instant opened, int streets, int communities) {}

    public record CountyOpened(Fact.Header header, int streets, int communities) implements Fact {}

    private final DSLContext db;
    private final AreaStore areas;
    private final Areas names;
    private final NationalDivisions national;
    private final Facts facts;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Counties(
            DSLContext db,
            AreaStore areas,
            Areas names,
            NationalDivisions national,
            Facts facts,
            TransactionTemplate transactions,
            Clock clock) {
        this.db = db;
        this.areas = areas;
        this.names = names;
        this.national = national;
        this.facts = facts;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// Opens the county with this 12-digit code for the platform itself: the demo and the first start.
    public Opened open(long code) {
        var area = Area.division(code);
        var header = Fact.Header.of(area.county(), "county", new Id(area.code()));
        return Scoped.call(
                Scope.INSTALLATION, () -> transactions.execute(status -> load(find(code), header.area(area))));
    }

    /// Whether no county is open yet.
    public boolean none() {
        return opened().isEmpty();
    }

    /// Opens a county for the administrator of the installation, or of this very county.
    @Transactional
    Opened open(Acting acting, long code) {
        var division = find(code);
        var area = Area.division(code);
        if (!acting.scope().covers(area)) {
            throw Problem.absent("county", area);
        }
        return load(
                division,
                acting.header(area.county(), "county", new Id(area.code())).area(area));
    }

    /// The code of the one county with this name; 佛山市禅城区 where 禅城区 alone would not do.
    long named(String name) {
        var found = national.search(name, DivisionLevel.DISTRICT, 10);
        var same = found.stream()
                .filter(division -> division.name().equals(name.strip()))
                .toList();
        if (same.size() == 1) {
            return same.getFirst().code();
        }
        if (found.isEmpty()) {
            throw Problem.invalid("name", "county.unknown", name);
        }
        if (found.size() > 1) {
            throw Problem.invalid(
                    "name",
                    "county.several",
                    found.stream().map(division -> full(division.code())).collect(Collectors.joining("、")));
        }
        return found.getFirst().code();
    }

    /// The open counties of a scope, in the order of codes.
    List<County> list(Scope scope) {
        var streets = count(DivisionLevel.STREET);
        var communities = count(DivisionLevel.COMMUNITY);
        return db.select(COUNTY.AREA, COUNTY.NAME, COUNTY.FULL_NAME, COUNTY.YEAR, COUNTY.OPENED, streets, communities)
                .from(COUNTY)
                .where(scope.on(COUNTY.JURISDICTION))
                .orderBy(COUNTY.AREA)
                .fetch(mapping(County::new));
    }

    /// Which counties are open at all; that is no secret.
    Set<Area> opened() {
        return Scoped.call(Scope.INSTALLATION, () -> Set.copyOf(areas.counties(Scope.INSTALLATION)));
    }

    /// The county, where one alone is open.
    public Optional<Area> only() {
        var all = opened();
        return all.size() == 1 ? Optional.of(all.iterator().next()) : Optional.empty();
    }

    /// The names from the province down, groupings left out: 广东省佛山市禅城区.
    String full(long code) {
        return national.path(code).stream()
                .filter(division -> !division.isGrouping())
                .map(NationalDivision::name)
                .distinct()
                .collect(Collectors.joining());
    }

    private NationalDivision find(long code) {
        var below = national.county(code);
        var county = national.find(code);
        if (below.isEmpty() || county.isEmpty()) {
            throw Problem.invalid("code", "county.unknown", Long.toString(code));
        }
        return county.get();
    }

    private Opened load(NationalDivision county, Fact.Header header) {
        var begin = System.nanoTime();
        var area = Area.division(county.code());
        var jurisdiction = area.county();
        var full = full(county.code());
        var fresh = db.insertInto(COUNTY)
                .set(COUNTY.JURISDICTION, jurisdiction)
                .set(COUNTY.AREA, area)
                .set(COUNTY.NAME, county.name())
                .set(COUNTY.FULL_NAME, full)
                .set(COUNTY.YEAR, national.year())
                .set(COUNTY.OPENED, clock.instant())
                .onConflictDoNothing()
                .execute();
        if (fresh == 0) {
            throw Problem.refused("county.open", full);
        }
        var divisions = new ArrayList<>(List.of(county));
        divisions.addAll(national.county(county.code()));
        areas.insert(jurisdiction, divisions, LocalDate.of(national.year(), 1, 1));
        var streets = (int) divisions.stream()
                .filter(division -> division.level() == DivisionLevel.STREET)
                .count();
        var communities = divisions.size() - 1 - streets;
        facts.publish(new CountyOpened(header, streets, communities));
        names.forget(jurisdiction);
        var ms = (System.nanoTime() - begin) / 1_000_000;
        return new Opened(area, county.name(), full, streets, communities, ms);
    }

    private static org.jooq.Field<Integer> count(DivisionLevel level) {
        return DSL.field(DSL.selectCount()
                .from(AREA)
                .where(AREA.JURISDICTION.eq(COUNTY.JURISDICTION), AREA.LEVEL.eq(level.name()), AREA.VALID_TO.isNull()));
    }
}
