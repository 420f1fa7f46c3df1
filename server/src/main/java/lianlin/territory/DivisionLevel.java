package lianlin.territory;

/// The five levels of divisions 行政区划, from above (TER-01, TER-02). Codes are numbers of 12 digits; a
/// higher level ends in zeros.
public enum DivisionLevel {
    /// 省, 直辖市, 自治区
    PROVINCE(2),
    /// 市, 州, 盟
    PREFECTURE(4),
    /// 区, 县, 县级市, 旗
    DISTRICT(6),
    /// 街道, 镇, 乡
    STREET(9),
    /// 社区, 村
    COMMUNITY(12);

    private static final int DIGITS = 12;

    private final int digits;

    DivisionLevel(int digits) {
        this.digits = digits;
    }

    /// The level that a code has by its zeros; `IllegalArgumentException` when it has not 12 digits. The code
    /// of 东莞, 中山 or 儋州 is a prefecture's by its zeros, although the city is its own district.
    public static DivisionLevel of(long code) {
        if (code < PROVINCE.span() || code >= 100 * PROVINCE.span()) {
            throw new IllegalArgumentException("A division code has 12 digits");
        }
        for (var level : values()) {
            if (code % level.span() == 0) {
                return level;
            }
        }
        throw new AssertionError("every number is a multiple of 1");
    }

    /// How many leading digits tell divisions of this level apart.
    public int digits() {
        return digits;
    }

    /// The division of this level that a code belongs to; of a higher level, the code itself.
    public long above(long code) {
        return code - code % span();
    }

    /// How many codes a division of this level spans, itself included.
    long span() {
        var span = 1L;
        for (var i = digits; i < DIGITS; i++) {
            span *= 10;
        }
        return span;
    }
}
