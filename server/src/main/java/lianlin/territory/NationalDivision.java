package lianlin.territory;

/// A division in the national list: its 12-digit code, level and official name.
record NationalDivision(long code, DivisionLevel level, String name) {
    DivisionKind kind() {
        return DivisionKind.of(code);
    }

    /// Some names group divisions and are none that people say: 市辖区, 县, 省直辖县级行政区划,
    /// 自治区直辖县级行政区划.
    boolean isGrouping() {
        return level == DivisionLevel.PREFECTURE
                && (name.equals("市辖区") || name.equals("县") || name.endsWith("直辖县级行政区划"));
    }
}
