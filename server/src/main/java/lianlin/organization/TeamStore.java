package lianlin.organization;

import static lianlin.kernel.Given.given;
import static lianlin.organization.sql.Tables.ORGANIZATION;
import static lianlin.organization.sql.Tables.TEAM_MEMBER;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.text.Finder;
import lianlin.organization.sql.TeamMemberRecord;
import lianlin.territory.Areas;
import lianlin.territory.Place;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/// The SQL of volunteer teams and who belongs to them.
@Repository
class TeamStore {
    /// Which teams a list asks for; what is null does not matter.
    record Filter(
            @Nullable String q,
            @Nullable Area area,
            @Nullable String skill) {}

    record Team(Id id, String name, Place area, @Nullable String leader, int members, List<String> skills) {}

    /// Somebody who belongs to a team; who has an account can take orders on a phone.
    record Member(
            Id id,
            String name,
            boolean leads,
            @Nullable Id account,
            LocalDate starts,
            @Nullable LocalDate ends) {}

    /// Somebody together with the team that he belongs to.
    record Belonging(OrganizationRef team, Member member) {}

    private static final int AT_ONCE = 2_000;

    private final DSLContext db;
    private final Finder finder;
    private final Areas areas;

    TeamStore(DSLContext db, Finder finder, Areas areas) {
        this.db = db;
        this.finder = finder;
        this.areas = areas;
    }

    Page<Team> list(Scope scope, Filter filter, Paging paging, LocalDate today) {
        var leader = DSL.field(DSL.select(TEAM_MEMBER.NAME)
                .from(TEAM_MEMBER)
                .where(belongs(today), TEAM_MEMBER.LEADS.isTrue())
                .orderBy(TEAM_MEMBER.ID)
                .limit(1));
        var members = DSL.field(DSL.selectCount().from(TEAM_MEMBER).where(belongs(today)));
        var query = db.select(
                        ORGANIZATION.ID,
                        ORGANIZATION.NAME,
                        ORGANIZATION.AREA,
                        DSL.coalesce(leader, ORGANIZATION.SECRETARY),
                        members,
                        ORGANIZATION.SKILLS)
                .from(ORGANIZATION)
                .where(OrganizationStore.visible(scope))
                .and(ORGANIZATION.KIND.eq(OrganizationKind.VOLUNTEER_TEAM.name()))
                .and(ORGANIZATION.STATUS.eq(DSL.inline(OrganizationStatus.ACTIVE.name())))
                .and(given(filter.q(), typed -> finder.called(ORGANIZATION.ID, ORGANIZATION.GRAMS, typed)))
                .and(given(filter.area(), area -> ORGANIZATION.AREA.between(area, area.last())))
                .and(given(filter.skill(), skill -> DSL.val(skill).eq(DSL.any(ORGANIZATION.SKILLS))));
        return paging.fetch(
                query,
                row -> new Team(
                        row.value1(),
                        row.value2(),
                        areas.place(row.value3()),
                        row.value4(),
                        row.value5(),
                        Arrays.asList(row.value6())),
                ORGANIZATION.NAME,
                ORGANIZATION.ID);
    }

    List<Member> members(OrganizationRef team, LocalDate today) {
        return db.select(
                        TEAM_MEMBER.ID,
                        TEAM_MEMBER.NAME,
                        TEAM_MEMBER.LEADS,
                        TEAM_MEMBER.ACCOUNT,
                        TEAM_MEMBER.STARTS,
                        TEAM_MEMBER.ENDS)
                .from(TEAM_MEMBER)
                .where(TEAM_MEMBER.JURISDICTION.eq(team.jurisdiction()), TEAM_MEMBER.TEAM.eq(team.id()))
                .and(TEAM_MEMBER.ENDS.isNull().or(TEAM_MEMBER.ENDS.gt(today)))
                .orderBy(TEAM_MEMBER.LEADS.desc(), TEAM_MEMBER.ID)
                .fetch(row ->
                        new Member(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6()));
    }

    void insert(OrganizationRef team, Member member) {
        insert(List.of(new Belonging(team, member)));
    }

    void insert(List<Belonging> rows) {
        for (var begin = 0; begin < rows.size(); begin += AT_ONCE) {
            var records = rows.subList(begin, Math.min(rows.size(), begin + AT_ONCE)).stream()
                    .map(row -> record(row.team(), row.member()))
                    .toList();
            db.insertInto(TEAM_MEMBER).set(records).execute();
        }
    }

    private TeamMemberRecord record(OrganizationRef team, Member member) {
        var row = db.newRecord(TEAM_MEMBER);
        row.setJurisdiction(team.jurisdiction());
        row.setId(member.id());
        row.setTeam(team.id());
        row.setAccount(member.account());
        row.setName(member.name());
        row.setLeads(member.leads());
        row.setStarts(member.starts());
        row.setEnds(member.ends());
        return row;
    }

    void end(OrganizationRef team, Id member, LocalDate day) {
        var ended = db.update(TEAM_MEMBER)
                .set(TEAM_MEMBER.ENDS, DSL.greatest(TEAM_MEMBER.STARTS, DSL.val(day)))
                .where(TEAM_MEMBER.JURISDICTION.eq(team.jurisdiction()), TEAM_MEMBER.TEAM.eq(team.id()))
                .and(TEAM_MEMBER.ID.eq(member))
                .and(TEAM_MEMBER.ENDS.isNull().or(TEAM_MEMBER.ENDS.gt(day)))
                .execute();
        if (ended == 0) {
            throw Problem.absent("team-member", member);
        }
    }

    private static Condition belongs(LocalDate today) {
        return TEAM_MEMBER
                .JURISDICTION
                .eq(ORGANIZATION.JURISDICTION)
                .and(TEAM_MEMBER.TEAM.eq(ORGANIZATION.ID))
                .and(TEAM_MEMBER.STARTS.le(today))
                .and(TEAM_MEMBER.ENDS.isNull().or(TEAM_MEMBER.ENDS.gt(today)));
    }
}
