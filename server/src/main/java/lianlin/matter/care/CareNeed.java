package lianlin.matter.care;

/// Why a household is looked after: a closed list, never a score (PRIN-01).
public enum CareNeed {
    /// 独居
    LIVING_ALONE,
    /// 高龄
    AGED,
    /// 空巢
    EMPTY_NEST,
    /// 残疾
    DISABLED,
    /// 低保、低收入
    LOW_INCOME,
    /// 困境儿童
    CHILD,
    /// 大病、慢性病
    ILLNESS,
    /// 优抚对象
    VETERAN
}
