package lianlin.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lianlin.demo.Ground.Community;
import lianlin.kernel.Area;
import lianlin.organization.OrganizationKind;
import lianlin.organization.Profile;
import org.jspecify.annotations.Nullable;

/// The organizations of the county: the district committee, streets, communities, branches, and beside them social
/// organizations and volunteer teams. Places in the list stand for ids.
final class OrganizationPlan {
    /// An organization and which one of the list is above it, -1 for none.
    record Planned(int parent, Profile profile) {}

    private static final List<String> DEPARTMENTS = List.of("直属机关", "教育系统", "卫生健康系统", "国资系统", "“两新”组织");
    private static final List<String> TRADES = List.of("商圈", "物业服务", "专业市场", "楼宇", "产业园区", "个体工商户");
    private static final List<String> CLUBS = List.of(
            "邻里互助会", "长者书画社", "曲艺社", "社区发展协会", "太极健身会", "妇女互助社", "青年公益社", "环保行动社", "手工坊", "读书会", "助残服务社", "和谐调解社");
    private static final List<List<String>> SKILLS = List.of(
            List.of("水电维修", "家电维修"),
            List.of("助老陪伴", "送餐助浴", "陪同就诊"),
            List.of("安全排查", "应急救护"),
            List.of("文艺演出", "书法绘画"),
            List.of("代办跑腿", "政策咨询"),
            List.of("健康义诊", "心理疏导"),
            List.of("课业辅导", "亲子阅读"),
            List.of("环境整治", "理发修衣"));
    private static final List<String> TEAM_NAMES =
            List.of("便民维修", "长者关爱", "平安守望", "文艺轻骑", "代办帮帮", "健康同行", "四点半课堂", "邻里互助");

    private static final List<String> CATEGORIES =
            List.of("REPAIR", "CARE", "SAFETY", "CULTURE", "AGENCY", "HEALTH", "STUDY", "OTHER");

    private final Ground ground;
    private final DemoSize size;
    private final LocalDate today;
    private final Dice dice = new Dice("organizations");
    private final Invented people = new Invented(new Dice("secretaries"), 0);
    private final List<Planned> all = new ArrayList<>();
    private final Map<Community, Integer> tops = new LinkedHashMap<>();
    private final Map<Community, List<Integer>> teams = new LinkedHashMap<>();
    private final List<Integer> branches = new ArrayList<>();

    OrganizationPlan(Ground ground, DemoSize size, LocalDate today) {
        this.ground = ground;
        this.size = size;
        this.today = today;
        plan();
    }

    /// By what a team for a category of orders is called.
    static String trade(String category) {
        return TEAM_NAMES.get(CATEGORIES.indexOf(category));
    }

    List<Planned> all() {
        return all;
    }

    /// What stands at the head of each community, in the order in which communities matter to the demo.
    Map<Community, Integer> tops() {
        return tops;
    }

    Map<Community, List<Integer>> teams() {
        return teams;
    }

    /// The branches that members belong to.
    List<Integer> branches() {
        return branches;
    }

    /// Whether a branch stands below a general branch, whose members shall stay under a hundred (ORG-02).
    boolean inGeneralBranch(int branch) {
        var parent = all.get(branch).parent();
        return parent >= 0 && all.get(parent).profile().kind() == OrganizationKind.GENERAL_BRANCH;
    }

    private void plan() {
        var root = add(-1, OrganizationKind.COMMITTEE, "中共" + ground.name() + "委员会", ground.county(), 5, null);
        var streets = new LinkedHashMap<Ground.Street, Integer>();
        for (var street : ground.streets()) {
            var kind = street.town() ? OrganizationKind.COMMITTEE : OrganizationKind.WORKING_COMMITTEE;
            streets.put(
                    street, add(root, kind, street.name() + (street.town() ? "党委" : "党工委"), street.area(), 5, null));
        }
        var communities = ground.order();
        communities(communities, streets);
        List.copyOf(tops.values()).forEach(top -> below(top, size.below()));
        departments(root);
        socialOrganizations(communities);
        teams(communities);
    }

    private void communities(List<Community> communities, Map<Ground.Street, Integer> streets) {
        var uppers = size.committees() + size.generalBranches();
        var singles = Math.min(communities.size() - uppers, Math.max(0, size.branches() / 10));
        var inDepartments = size.departments() * (size.branches() / 60);
        var inCommittees = size.branches() - inDepartments - singles - 2 * size.generalBranches();
        for (var i = 0; i < Math.min(communities.size(), uppers + singles); i++) {
            var community = communities.get(i);
            var street = streets.getOrDefault(community.street(), 0);
            if (i < size.committees()) {
                var top = add(street, OrganizationKind.COMMITTEE, community.name() + "党委", community.area(), 5, null);
                tops.put(community, top);
                var share = inCommittees / size.committees() + (i < inCommittees % size.committees() ? 1 : 0);
                branches(top, community, share);
            } else if (i < uppers) {
                var top = add(
                        street, OrganizationKind.GENERAL_BRANCH, community.name() + "党总支", community.area(), 5, null);
                tops.put(community, top);
                branches(top, community, 2);
            } else {
                var top = add(street, OrganizationKind.BRANCH, community.name() + "党支部", community.area(), 5, null);
                tops.put(community, top);
                branches.add(top);
            }
        }
    }

    /// More levels below an organization: committees, general branches, branches.
    private void below(int top, List<Integer> shares) {
        if (shares.isEmpty()) {
            return;
        }
        var above = all.get(top).profile();
        for (var i = 1; i <= shares.getFirst(); i++) {
            switch (shares.size()) {
                case 1 ->
                    branch(
                            top,
                            OrganizationKind.BRANCH,
                            above.name().replace("党总支", "") + i + "号党支部",
                            above.area(),
                            Profile.SetupMode.INDEPENDENT);
                case 2 ->
                    below(
                            add(
                                    top,
                                    OrganizationKind.GENERAL_BRANCH,
                                    above.name().replace("党委", "") + i + "区党总支",
                                    above.area(),
                                    5,
                                    null),
                            shares.subList(1, shares.size()));
                default ->
                    below(
                            add(
                                    top,
                                    OrganizationKind.COMMITTEE,
                                    above.name().replace("党委", "").replace("党总支", "") + i + "片党委",
                                    above.area(),
                                    5,
                                    null),
                            shares.subList(1, shares.size()));
            }
        }
    }

    private void branches(int top, Community community, int many) {
        for (var i = 0; i < many; i++) {
            var name = community.name();
            if (i == 3) {
                branch(top, OrganizationKind.BRANCH, name + "离退休党支部", community.area(), Profile.SetupMode.INDEPENDENT);
            } else if (i == 5) {
                var trade = dice.of(TRADES);
                branch(
                        top,
                        OrganizationKind.JOINT_BRANCH,
                        name + trade + "联合党支部",
                        community.area(),
                        Profile.SetupMode.JOINT);
            } else if (i == 8 && dice.in100(30)) {
                branch(
                        top,
                        OrganizationKind.MOBILE_MEMBER_BRANCH,
                        name + "流动党员党支部",
                        community.area(),
                        Profile.SetupMode.REGIONAL);
            } else {
                var number = "第" + CHINESE.get(i) + "党支部";
                branch(top, OrganizationKind.BRANCH, name + number, community.area(), Profile.SetupMode.INDEPENDENT);
            }
        }
    }

    private static final List<String> CHINESE = List.of(
            "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九",
            "二十", "二十一", "二十二", "二十三", "二十四");

    private void departments(int root) {
        for (var i = 0; i < Math.min(size.departments(), DEPARTMENTS.size()); i++) {
            var department = DEPARTMENTS.get(i);
            var top = add(
                    root,
                    OrganizationKind.WORKING_COMMITTEE,
                    ground.name() + department + "党工委",
                    ground.county(),
                    5,
                    null);
            for (var j = 0; j < size.branches() / 60; j++) {
                branch(
                        top,
                        OrganizationKind.BRANCH,
                        department + "第" + CHINESE.get(j) + "党支部",
                        ground.county(),
                        Profile.SetupMode.INDEPENDENT);
            }
        }
    }

    private void branch(int top, OrganizationKind kind, String name, Area area, Profile.SetupMode mode) {
        branches.add(add(top, kind, name, area, 3, mode));
    }

    private void socialOrganizations(List<Community> communities) {
        var homes = tops.keySet().stream().toList();
        for (var i = 0; i < size.socialOrganizations(); i++) {
            var home = homes.get(i % homes.size());
            var club = CLUBS.get((i / homes.size() * 5 + i) % CLUBS.size());
            var top = tops.getOrDefault(home, 0);
            all.add(new Planned(
                    top,
                    profile(
                            OrganizationKind.SOCIAL_ORGANIZATION,
                            home.name() + club,
                            home.area(),
                            0,
                            null,
                            Profile.UnitKind.SOCIAL_ORGANIZATION,
                            List.of())));
        }
    }

    /// One team for each community, three for the stage, then second ones.
    private void teams(List<Community> communities) {
        var homes = new ArrayList<>(tops.keySet());
        homes.addFirst(ground.stage());
        homes.addFirst(ground.stage());
        for (var i = 0; i < size.teams(); i++) {
            var home = homes.get(i % homes.size());
            var known = teams.computeIfAbsent(home, key -> new ArrayList<>());
            var kind = home.equals(ground.stage()) ? known.size() : (home.name().hashCode() & 0xFF) + known.size() * 3;
            var at = kind % TEAM_NAMES.size();
            known.add(all.size());
            all.add(new Planned(
                    tops.getOrDefault(home, 0),
                    profile(
                            OrganizationKind.VOLUNTEER_TEAM,
                            home.name() + TEAM_NAMES.get(at) + "志愿服务队",
                            home.area(),
                            0,
                            null,
                            null,
                            SKILLS.get(at))));
        }
    }

    private int add(
            int parent, OrganizationKind kind, String name, Area area, int years, Profile.@Nullable SetupMode mode) {
        all.add(new Planned(parent, profile(kind, name, area, years, mode, null, List.of())));
        return all.size() - 1;
    }

    private Profile profile(
            OrganizationKind kind,
            String name,
            Area area,
            int years,
            Profile.@Nullable SetupMode mode,
            Profile.@Nullable UnitKind unit,
            List<String> skills) {
        var founded = LocalDate.of(dice.between(1994, 2019), dice.between(1, 12), dice.between(1, 28));
        var ago = dice.between(20, Math.max(21, years * 365 + (dice.in100(3) ? 90 : -30)));
        var start = years == 0 ? null : today.minusDays(ago);
        return new Profile(
                kind,
                name,
                null,
                area,
                mode,
                null,
                unit,
                null,
                founded,
                null,
                start,
                start == null ? null : start.plusYears(years),
                null,
                null,
                null,
                people.name().reveal(),
                null,
                skills,
                null,
                all.size());
    }
}
