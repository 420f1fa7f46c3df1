package lianlin.matter.menu;

/// Menu-style, appointment-style and care-style (SRV-02).
public enum ServiceKind {
    /// 菜单式
    ON_DEMAND,
    /// 预约式
    APPOINTMENT,
    /// 关爱式
    CARE_PLAN
}
