package lianlin.territory;

/// What a street or community is, told by the range of its last digits (TER-02).
public enum DivisionKind {
    /// 街道, 001-099
    STREET,
    /// 镇, 100-199
    TOWN,
    /// 乡, 200-399
    TOWNSHIP,
    /// Enterprise-like unit of the township level 类似乡级单位, 400-599
    STREET_LIKE,
    /// With a residents' committee 居委会, 001-199
    COMMUNITY,
    /// With a villagers' committee 村委会, 200-399
    VILLAGE,
    /// 类似居委会, 400-499
    COMMUNITY_LIKE,
    /// 类似村委会, 500-599
    VILLAGE_LIKE,
    /// A division above the street, or a number outside the ranges.
    OTHER;

    /// The kind of a 12-digit code; `IllegalArgumentException` when it has not 12 digits.
    public static DivisionKind of(long code) {
        return switch (DivisionLevel.of(code)) {
            case PROVINCE, PREFECTURE, DISTRICT -> OTHER;
            case STREET -> street((int) (code / 1000 % 1000));
            case COMMUNITY -> community((int) (code % 1000));
        };
    }

    private static DivisionKind street(int number) {
        return switch (number / 100) {
            case 0 -> STREET;
            case 1 -> TOWN;
            case 2, 3 -> TOWNSHIP;
            case 4, 5 -> STREET_LIKE;
            default -> OTHER;
        };
    }

    private static DivisionKind community(int number) {
        return switch (number / 100) {
            case 0, 1 -> COMMUNITY;
            case 2, 3 -> VILLAGE;
            case 4 -> COMMUNITY_LIKE;
            case 5 -> VILLAGE_LIKE;
            default -> OTHER;
        };
    }
}
