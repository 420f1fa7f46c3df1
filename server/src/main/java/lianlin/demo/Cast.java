package lianlin.demo;

import java.util.List;

/// The people of the demo who can sign in, all with one password: each shows what one role sees.
enum Cast {
    SYSTEM("xitong", "演示·系统管理员", "SYSTEM_ADMIN", Seat.COUNTY, "desk"),
    SECURITY("anquan", "演示·安全管理员", "SECURITY_ADMIN", Seat.COUNTY, "desk"),
    AUDIT("shenji", "演示·审计管理员", "AUDIT_ADMIN", Seat.COUNTY, "desk"),
    DISTRICT("quji", "演示·区组织部何科长", "DISTRICT_CLERK", Seat.COUNTY, "desk"),
    LEADER("lingdao", "演示·区领导", "DISTRICT_LEADER", Seat.COUNTY, "wall"),
    STREET("jiedao", "演示·街道黎主任", "STREET_CLERK", Seat.STREET, "desk"),
    SECRETARY("shuji", "演示·社区梁书记", "COMMUNITY_SECRETARY", Seat.COMMUNITY, "desk"),
    CLERK("shequ", "演示·社区陈干事", "COMMUNITY_CLERK", Seat.COMMUNITY, "desk"),
    BRANCH("zhibu", "演示·支部霍书记", "BRANCH_SECRETARY", Seat.BRANCH, "desk"),
    GRID("wangge", "演示·网格员小区", "GRID_WORKER", Seat.GRID, "m"),
    FIRST_TEAM("duizhang1", "演示·罗队长", "TEAM_LEADER", Seat.FIRST_TEAM, "m"),
    SECOND_TEAM("duizhang2", "演示·潘队长", "TEAM_LEADER", Seat.SECOND_TEAM, "m"),
    VOLUNTEER("zhiyuan", "演示·志愿者小麦", "VOLUNTEER", Seat.FIRST_TEAM, "m"),
    MEMBER("dangyuan", "演示·党员老邓", "FULL_MEMBER", Seat.COMMUNITY, "m"),
    RESIDENT_ONE("jumin1", "演示·居民李姨", "RESIDENT", Seat.COMMUNITY, "m"),
    RESIDENT_TWO("jumin2", "演示·居民老黄", "RESIDENT", Seat.COMMUNITY, "m"),
    RESIDENT_THREE("jumin3", "演示·居民小谢", "RESIDENT", Seat.COMMUNITY, "m");

    /// Where the post stands.
    enum Seat {
        COUNTY,
        STREET,
        COMMUNITY,
        GRID,
        BRANCH,
        FIRST_TEAM,
        SECOND_TEAM
    }

    /// Everybody's, so that everybody can try; it is printed at the start.
    static final String PASSWORD = "lianlin-yanshi";

    final String login;
    final String called;
    final String role;
    final Seat seat;
    final String face;

    Cast(String login, String called, String role, Seat seat, String face) {
        this.login = login;
        this.called = called;
        this.role = role;
        this.seat = seat;
        this.face = face;
    }

    /// 13800000001 is the first.
    int phone() {
        return ordinal() + 1;
    }

    static List<Cast> all() {
        return List.of(values());
    }
}
