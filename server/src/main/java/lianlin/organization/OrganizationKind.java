package lianlin.organization;

/// What an organization is (ORG-01): party organizations, the other kinds beside them, and volunteer teams.
public enum OrganizationKind {
    /// 党工委
    WORKING_COMMITTEE,
    /// 党委
    COMMITTEE,
    /// 党总支
    GENERAL_BRANCH,
    /// 党支部
    BRANCH,
    /// 联合党支部
    JOINT_BRANCH,
    /// 党小组
    GROUP,
    /// 临时党支部
    TEMPORARY_BRANCH,
    /// 流动党员党组织
    MOBILE_MEMBER_BRANCH,
    /// 区域党委, 大党委
    REGIONAL_COMMITTEE,
    /// 大党工委, 辖区党工委
    REGIONAL_WORKING_COMMITTEE,
    /// 功能性党支部
    FUNCTIONAL_BRANCH,
    /// 功能性党小组
    FUNCTIONAL_GROUP,
    /// 党组
    PARTY_LEADING_GROUP,
    /// 社会组织
    SOCIAL_ORGANIZATION,
    /// 企业
    ENTERPRISE,
    /// 事业单位
    PUBLIC_INSTITUTION,
    /// 机关
    GOVERNMENT_BODY,
    /// 工会, 共青团, 妇联
    MASS_ORGANIZATION,
    /// 业委会
    OWNERS_COMMITTEE,
    /// 物业公司
    PROPERTY_COMPANY,
    /// 志愿服务队
    VOLUNTEER_TEAM;

    /// Whether it is a party organization.
    public boolean party() {
        return ordinal() <= PARTY_LEADING_GROUP.ordinal();
    }

    /// Whether a member's formal relation can be here (ORG-09, MEM-05): in a branch, never in a functional one.
    public boolean takesMembers() {
        return switch (this) {
            case BRANCH, JOINT_BRANCH, TEMPORARY_BRANCH, MOBILE_MEMBER_BRANCH -> true;
            default -> false;
        };
    }

    public boolean functional() {
        return this == FUNCTIONAL_BRANCH || this == FUNCTIONAL_GROUP;
    }

    public boolean regional() {
        return this == REGIONAL_COMMITTEE || this == REGIONAL_WORKING_COMMITTEE;
    }

    /// Whether something may stand below an organization of the other kind: party organizations stand below party
    /// organizations, nothing but functional groups below a group; the rest stands anywhere.
    boolean mayStandBelow(OrganizationKind above) {
        if (above == GROUP || above == FUNCTIONAL_GROUP || above == VOLUNTEER_TEAM) {
            return false;
        }
        return !party() || above.party();
    }
}
