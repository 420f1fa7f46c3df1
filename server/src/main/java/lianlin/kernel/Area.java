package lianlin.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// A place in the territory tree: 15 digits: 2 province, 2 city, 2 county, 3 street, 3 community, 3 grid
/// (TER-02, TER-06). What lies at or below a place is the one interval `code` to `last`, grids included.
/// Shown as the official 12 digits, a grid as 15.
public record Area(long code) implements Comparable<Area> {
    private static final long[] SPAN = {
        1_000_000_000_000_000L, 10_000_000_000_000L, 100_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L, 1L
    };
    private static final int[] DIGITS = {0, 2, 4, 6, 9, 12, 15};
    private static final int COUNTY = 3;
    private static final int COMMUNITY = 5;

    /// The whole country.
    public static final Area COUNTRY = new Area(0);

    public Area {
        if (code < 0 || code >= 1_000_000_000_000_000L) {
            throw new IllegalArgumentException("An area has at most 15 digits");
        }
    }

    /// From 6 (county and above), 9 (street), 12 (division) or 15 (grid) digits.
    @JsonCreator
    public static Area parse(String text) {
        if (!text.matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}|\\d{15}")) {
            throw new IllegalArgumentException("An area code has 6, 9, 12 or 15 digits");
        }
        return new Area(Long.parseLong(text + "0".repeat(15 - text.length())));
    }

    /// A division by its official 12-digit code.
    public static Area division(long code12) {
        return new Area(code12 * SPAN[COMMUNITY]);
    }

    /// The last place of the subtree, inclusive.
    public Area last() {
        return new Area(code + SPAN[depth()] - 1);
    }

    public boolean contains(Area other) {
        return code <= other.code && other.code <= last().code;
    }

    /// The place one level up; of a province the country.
    public Area parent() {
        var depth = depth();
        return depth == 0 ? COUNTRY : at(depth - 1);
    }

    /// 0 country, 1 province, 2 city, 3 county, 4 street, 5 community, 6 grid.
    public int depth() {
        var depth = 0;
        while (code % SPAN[depth] != 0) {
            depth++;
        }
        return depth;
    }

    /// The community of a grid, else the place itself.
    public Area community() {
        return isGrid() ? at(COMMUNITY) : this;
    }

    /// The grid with this sequence number, 1 to 999, in the community (TER-06).
    public Area grid(int sequence) {
        return new Area(at(COMMUNITY).code + sequence);
    }

    public boolean isGrid() {
        return code % SPAN[COMMUNITY] != 0;
    }

    /// The 6-digit code of the county that the place belongs to.
    public int county() {
        return (int) (code / SPAN[COUNTY]);
    }

    /// The official 12-digit code; of a grid, that of its community.
    public long division() {
        return code / SPAN[COMMUNITY];
    }

    /// The leading digits that say where the place stands, the name of its node in the counters.
    public String digits() {
        return "%015d".formatted(code).substring(0, DIGITS[depth()]);
    }

    @Override
    public int compareTo(Area other) {
        return Long.compare(code, other.code);
    }

    @Override
    @JsonValue
    public String toString() {
        return isGrid() ? "%015d".formatted(code) : "%012d".formatted(division());
    }

    private Area at(int depth) {
        return new Area(code / SPAN[depth] * SPAN[depth]);
    }
}
