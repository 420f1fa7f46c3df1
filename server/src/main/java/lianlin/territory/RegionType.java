package lianlin.territory;

import org.jspecify.annotations.Nullable;

/// What kind of region a community is, for guidance by category (TER-04).
public enum RegionType {
    /// 城市社区
    URBAN_COMMUNITY,
    /// 农村
    RURAL,
    /// 城乡结合部
    URBAN_RURAL_FRINGE,
    /// 产业园区
    INDUSTRIAL_PARK,
    /// 商圈
    BUSINESS_DISTRICT;

    /// The type by its name in the table; places above the community have none.
    static @Nullable RegionType stored(@Nullable String name) {
        return name == null ? null : valueOf(name);
    }

    /// What an urban-rural code proposes (TER-03, TER-04). A special area, 123, counts as a park.
    static RegionType proposed(String urbanRural) {
        return switch (urbanRural) {
            case "111", "121" -> URBAN_COMMUNITY;
            case "112", "122" -> URBAN_RURAL_FRINGE;
            case "123" -> INDUSTRIAL_PARK;
            default -> RURAL;
        };
    }

    /// What the code of a community proposes where no urban-rural code is known: a residents' committee is urban, a
    /// villagers' committee rural, and at the fringe below a street (街道).
    static RegionType proposed(long code) {
        return switch (DivisionKind.of(code)) {
            case VILLAGE, VILLAGE_LIKE ->
                DivisionKind.of(DivisionLevel.STREET.above(code)) == DivisionKind.STREET ? URBAN_RURAL_FRINGE : RURAL;
            default -> URBAN_COMMUNITY;
        };
    }
}
