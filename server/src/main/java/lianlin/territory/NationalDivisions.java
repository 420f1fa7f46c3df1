package lianlin.territory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The divisions of the whole country as the National Bureau of Statistics lists them, five levels (TER-01,
/// TER-02): what a district is filled from when it is opened. Codes are numbers of 12 digits.
///
/// Three prefectures, 东莞, 中山 and 儋州, have no districts: each is its own district under the same code,
/// and its streets are its children. Where a province rules districts directly, and in the municipalities, a
/// grouping that nobody names stands between (市辖区, 省直辖县级行政区划).
@Component
final class NationalDivisions {
    private static final int YEAR = 2023;
    private static final long COUNTRY_END = 999_999_999_999L;

    /// A division found, and how far its name is from what was asked.
    private record Hit(int distance, NationalDivision division) {}

    private @Nullable DivisionPack pack;

    /// The year of the list.
    int year() {
        return pack().year();
    }

    /// How many divisions of a level the list has, 金门县 counted as its own street and community as well.
    int count(DivisionLevel level) {
        return switch (level) {
            case PROVINCE, PREFECTURE, DISTRICT ->
                (int) pack().upper().stream().filter(d -> d.level() == level).count();
            case STREET -> pack().streets();
            case COMMUNITY -> pack().communities();
        };
    }

    /// The division with a code, of any level; a code that stands at two levels gives the prefecture.
    Optional<NationalDivision> find(long code) {
        if (!isCode(code)) {
            return Optional.empty();
        }
        var upper = pack().upper().stream().filter(d -> d.code() == code).findFirst();
        return upper.isPresent()
                ? upper
                : pack().below(DivisionLevel.PREFECTURE.above(code), code, code).stream()
                        .findFirst();
    }

    /// What lies directly below a division, in the order of codes; 0 gives the provinces. Below a prefecture
    /// without districts are its streets, below a community is nothing.
    List<NationalDivision> children(long code) {
        if (code == 0) {
            return upper(DivisionLevel.PROVINCE, 0, COUNTRY_END);
        }
        if (!isCode(code)) {
            return List.of();
        }
        var level = DivisionLevel.of(code);
        var last = code + level.span() - 1;
        return switch (level) {
            case PROVINCE -> upper(DivisionLevel.PREFECTURE, code, last);
            case PREFECTURE ->
                isDistrict(code) ? below(DivisionLevel.STREET, code) : upper(DivisionLevel.DISTRICT, code, last);
            case DISTRICT -> below(DivisionLevel.STREET, code);
            case STREET -> below(DivisionLevel.COMMUNITY, code);
            case COMMUNITY -> List.of();
        };
    }

    /// All streets and communities of a district, each street before its communities. Empty when there is no such
    /// district, and for 金门县, of which the list tells nothing.
    List<NationalDivision> county(long code) {
        if (!isDistrict(code)) {
            return List.of();
        }
        return pack().below(
                        DivisionLevel.PREFECTURE.above(code),
                        code,
                        code + DivisionLevel.of(code).span() - 1);
    }

    /// The divisions from the province down to the one with this code, groupings included; empty when there
    /// is no such code.
    List<NationalDivision> path(long code) {
        var own = find(code);
        if (own.isEmpty()) {
            return List.of();
        }
        var path = new ArrayList<NationalDivision>();
        for (var level : DivisionLevel.values()) {
            var above = level.above(code);
            if (above == code) {
                break;
            }
            if (path.isEmpty() || path.getLast().code() != above) {
                find(above).ifPresent(path::add);
            }
        }
        path.add(own.get());
        return path;
    }

    /// Divisions of one of the three upper levels by name, nearest first: 禅城区, 禅城, 佛山市禅城区, 佛山禅城;
    /// or by the first digits of their code. Groupings are not found. `IllegalArgumentException` for the two lower
    /// levels, whose names are looked for in [#county].
    List<NationalDivision> search(String text, DivisionLevel level, int limit) {
        if (level.compareTo(DivisionLevel.DISTRICT) > 0) {
            throw new IllegalArgumentException("Streets and communities are looked for in their district");
        }
        var search = new DivisionSearch(text);
        var hits = new ArrayList<Hit>();
        var above = new ArrayList<NationalDivision>();
        for (var division : pack().upper()) {
            while (!above.isEmpty() && above.getLast().level().compareTo(division.level()) >= 0) {
                above.removeLast();
            }
            if (division.level() == level && !division.isGrouping()) {
                search.distance(above, division).ifPresent(distance -> hits.add(new Hit(distance, division)));
            }
            above.add(division);
        }
        return hits.stream()
                .sorted(Comparator.comparingInt(Hit::distance))
                .limit(limit)
                .map(Hit::division)
                .toList();
    }

    private boolean isDistrict(long code) {
        return pack().upper().stream().anyMatch(d -> d.code() == code && d.level() == DivisionLevel.DISTRICT);
    }

    private List<NationalDivision> upper(DivisionLevel level, long from, long to) {
        return pack().upper().stream()
                .filter(d -> d.level() == level && d.code() >= from && d.code() <= to)
                .toList();
    }

    private List<NationalDivision> below(DivisionLevel level, long code) {
        var last = code + DivisionLevel.of(code).span() - 1;
        return pack().below(DivisionLevel.PREFECTURE.above(code), code, last).stream()
                .filter(d -> d.level() == level)
                .toList();
    }

    private static boolean isCode(long code) {
        return code >= DivisionLevel.PROVINCE.span() && code <= COUNTRY_END;
    }

    private synchronized DivisionPack pack() {
        if (pack == null) {
            pack = DivisionPack.open(YEAR);
        }
        return pack;
    }
}
