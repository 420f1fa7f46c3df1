package lianlin.matter.menu;

/// Whom a free service goes to first, by the rule of the item and never by a score (SRV-07).
public enum PriorityGroup {
    /// 高龄、独居老人
    ELDERLY,
    /// 残疾人
    DISABLED,
    /// 低保、困难家庭
    LOW_INCOME,
    /// 困境儿童
    CHILD,
    /// 优抚对象
    VETERAN
}
