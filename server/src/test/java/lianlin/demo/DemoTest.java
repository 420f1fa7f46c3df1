package lianlin.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lianlin.demo.DemoCounty.Made;
import lianlin.identity.DemoLogins;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.IdentityNumber;
import lianlin.kernel.crypto.Vault;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.journal.Tally;
import lianlin.kernel.time.WorkCalendar;
import lianlin.organization.OrganizationKind;
import lianlin.people.MembershipStatus;
import lianlin.procedure.Procedures;
import lianlin.territory.Areas;
import lianlin.testing.Server;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// The demo, small, in a county that no other test opens.
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoTest {
    private static final long CODE = 440_608_000_000L;
    private static final int COUNTY = 440_608;
    private static final DemoSize SIZE = DemoSize.TINY;

    /// The beans of the demo beside those of the server, which runs without it.
    private record Demo(AnnotationConfigApplicationContext context, Made made) {}

    private volatile Demo demo;

    private synchronized Demo demo(World world) {
        if (demo == null) {
            var context = new AnnotationConfigApplicationContext();
            context.setParent(world.server().context());
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("demo", Map.of("lianlin.demo", "true")));
            context.scan("lianlin.demo");
            context.refresh();
            var said = new ArrayList<String>();
            demo = new Demo(context, context.getBean(DemoCounty.class).make(CODE, SIZE, said::add));
            assertThat(said).hasSizeGreaterThan(5);
        }
        return demo;
    }

    @Test
    @Tag("SRV-01")
    void ordersStandInEveryStateOfTheProcedure(World world) {
        demo(world);

        var counted = states(world, "service-order");
        assertThat(counted.keySet())
                .containsExactlyInAnyOrderElementsOf(world.bean(Procedures.class)
                        .current("service-order")
                        .states()
                        .keySet());
        assertThat(counted.values()).allMatch(many -> many > 0);
        assertThat(sum(counted)).isEqualTo(demo(world).made().orders());
        assertThat(rows(world, "SELECT state, count(*) FROM procedure.\"case\" WHERE jurisdiction = ? GROUP BY state"))
                .containsExactlyInAnyOrderEntriesOf(counted);
    }

    @Test
    @Tag("SRV-01")
    void noCounterOfAnOrganizationIsBelowZero(World world) {
        demo(world);
        world.catchUp();

        assertThat(world.server()
                        .owner()
                        .fetch(
                                "SELECT node, subject, state, amount FROM kernel.tally WHERE jurisdiction = ? AND amount < 0",
                                COUNTY))
                .isEmpty();
    }

    @Test
    @Tag("MEM-01")
    void membersAreExactlyAsManyAsTheSizeSaysAndTheCountersAgree(World world) {
        demo(world);

        var counted = states(world, "member");
        assertThat(sum(counted)).isEqualTo(SIZE.members());
        assertThat(counted.get("PROBATIONARY")).isEqualTo(SIZE.probationary());
        assertThat(rows(world, "SELECT status, count(*) FROM people.member WHERE jurisdiction = ? GROUP BY status"))
                .containsExactlyInAnyOrderEntriesOf(counted);
        assertThat(
                        one(
                                world.server(),
                                "SELECT count(*) FROM people.member WHERE jurisdiction = ? AND categories && ARRAY['MOBILE_IN', 'MOBILE_OUT']"))
                .isEqualTo(SIZE.mobile());
    }

    @Test
    @Tag("IDN-01")
    void everyPhoneOfAnOrderLiesInTheRangesOfTheDemo(World world) {
        demo(world);

        var vault = world.bean(Vault.class);
        var phones = world.server()
                .owner()
                .fetch("SELECT id, contact_phone FROM matter.service_order WHERE jurisdiction = ?", COUNTY)
                .map(row -> Objects.requireNonNull(vault.open(
                        "matter.service_order.contact_phone",
                        new Id(row.get(0, Long.class)),
                        COUNTY,
                        row.get(1, byte[].class))));
        assertThat(phones).hasSize(SIZE.orders() + SIZE.ordersBefore()).allMatch(DemoTest::standsForTheDemo);
    }

    @Test
    @Tag("CLK-01")
    void whatHappenedToOrdersHappenedInThePastAndInOfficeHours(World world) {
        demo(world);

        var now = world.server().clock().instant();
        var calendar = world.bean(WorkCalendar.class);
        world.server()
                .owner()
                .fetch(
                        "SELECT kind, at FROM kernel.journal WHERE jurisdiction = ? AND subject = 'service-order'",
                        COUNTY)
                .forEach(row -> {
                    var at = row.get(1, java.time.OffsetDateTime.class).toInstant();
                    assertThat(at).isBeforeOrEqualTo(now);
                    if (row.get(0, String.class).equals("service-order.dispatch")) {
                        assertThat(atWork(at, calendar)).as(at.toString()).isTrue();
                    }
                });
        assertThat(
                        one(
                                world.server(),
                                "SELECT count(*) FROM procedure.\"case\" WHERE jurisdiction = ? AND state = 'DISPATCHED' AND due < now()"))
                .isZero();
    }

    @Test
    void theSameSeedGivesTheSameCounty(World world) {
        var county = demo(world).context().getBean(DemoCounty.class);
        var ground = ground(world);

        var first = county.inventory(ground, SIZE);
        assertThat(first).hasSizeGreaterThan(SIZE.members() + SIZE.orders() + SIZE.ordersBefore());
        assertThat(county.inventory(ground, SIZE)).isEqualTo(first);
    }

    @Test
    @Tag("ORG-02")
    void theFullSizeHasTheFiguresOfTheDistrict(World world) {
        demo(world);
        var ground = ground(world);
        var today = LocalDate.now(world.server().clock());
        var plan = new OrganizationPlan(ground, DemoSize.S, today);
        var members = DemoMembers.planned(ground, plan, DemoSize.S, today).toList();

        assertThat(members).hasSize(43_000);
        assertThat(members)
                .filteredOn(one -> one.status() == MembershipStatus.PROBATIONARY)
                .hasSize(600);
        assertThat(plan.all())
                .filteredOn(one -> one.profile().kind() == OrganizationKind.VOLUNTEER_TEAM)
                .hasSize(219);
        assertThat(plan.all())
                .filteredOn(one -> one.profile().kind() == OrganizationKind.SOCIAL_ORGANIZATION)
                .hasSize(300);
        var inBranches =
                members.stream().collect(Collectors.groupingBy(one -> one.organization(), Collectors.counting()));
        assertThat(inBranches.keySet())
                .allMatch(at -> plan.all().get(at).profile().kind().takesMembers());
        assertThat(inBranches.values()).allMatch(many -> many >= 3 && many <= 50);
    }

    @Test
    @Tag("ORG-02")
    void theLargestSizeHasAHundredThousandOrganizationsInSixLevels(World world) {
        demo(world);
        var size = DemoSize.measured("L", 0);
        var plan = new OrganizationPlan(
                ground(world), size, LocalDate.now(world.server().clock()));

        // this county has fewer communities than the one that is measured
        assertThat(plan.all()).hasSizeGreaterThan(30_000);
        assertThat(plan.branches().stream().mapToInt(at -> level(plan, at)).max())
                .hasValue(6);
    }

    private static int level(OrganizationPlan plan, int at) {
        var parent = plan.all().get(at).parent();
        return parent < 0 ? 1 : 1 + level(plan, parent);
    }

    @Test
    @Tag("IDN-01")
    @Tag("IDN-03")
    void everyIdentityNumberIsValidAndBelongsToOnePersonAndNoPhoneIsReal(World world) {
        demo(world);
        var ground = ground(world);
        var today = LocalDate.now(world.server().clock());
        var numbers = new HashSet<String>();
        for (var one : DemoMembers.planned(ground, new OrganizationPlan(ground, SIZE, today), SIZE, today)
                .toList()) {
            var number = IdentityNumber.parse(one.identity().reveal(), today);
            assertThat(number.divisionPrefix()).contains(Integer.toString(COUNTY));
            assertThat(numbers.add(number.reveal())).isTrue();
            assertThat(numbers.add(one.phone().reveal())).isTrue();
            assertThat(standsForTheDemo(one.phone().reveal())).isTrue();
            assertThat(one.address()).contains("演示");
        }
    }

    @Test
    @Tag("IDN-10")
    void everybodyOfTheCastSignsInWithThePasswordShown(World world) {
        var logins = demo(world).context().getBean(DemoLogins.class).list();
        assertThat(logins).hasSize(Cast.values().length);
        for (var login : logins) {
            assertThat(login.name()).contains("演示");
            assertThat(login.label()).isNotBlank();
            world.visitor()
                    .call("POST", "/api/session")
                    .body(Map.of("login", login.login(), "password", login.password()))
                    .send()
                    .is(200);
        }
    }

    @Test
    void theMemberOfTheCastFindsHisRecord(World world) {
        demo(world);

        assertThat(rows(world, """
                        SELECT a.name, count(m.id) FROM identity.account a
                          LEFT JOIN people.member m ON m.jurisdiction = a.jurisdiction AND m.id = a.person
                         WHERE a.jurisdiction = ? AND a.login IN ('dangyuan', 'zhibu') GROUP BY a.name
                        """))
                .hasSize(2)
                .allSatisfy((name, records) -> assertThat(records).isEqualTo(1));
    }

    @Test
    void aDatabaseWithACountyIsNotFilledAgain(World world) {
        var demo = demo(world);
        var before = one(world.server(), "SELECT count(*) FROM kernel.journal WHERE jurisdiction = ?");
        demo.context().getBean(DemoStart.class).run(null);
        assertThat(one(world.server(), "SELECT count(*) FROM kernel.journal WHERE jurisdiction = ?"))
                .isLessThan(before + 100);
        assertThat(one(world.server(), "SELECT count(*) FROM people.member WHERE jurisdiction = ?"))
                .isEqualTo(SIZE.members());
    }

    private static Ground ground(World world) {
        return Scoped.call(Scope.INSTALLATION, () -> Ground.of(world.bean(Areas.class), Area.division(CODE)));
    }

    private static Map<String, Long> states(World world, String subject) {
        return Scoped.call(
                Scope.jurisdiction(COUNTY),
                () -> world.bean(Tally.class)
                        .states(Scope.within(Scope.Reach.AREA, Area.division(CODE), null, null), subject));
    }

    private static Map<String, Long> rows(World world, String sql) {
        return world.server()
                .owner()
                .fetch(sql, COUNTY)
                .intoMap(row -> row.get(0, String.class), row -> row.get(1, Long.class));
    }

    private static long one(Server server, String sql) {
        return Objects.requireNonNull(server.owner().fetchOne(sql, COUNTY)).get(0, Long.class);
    }

    private static long sum(Map<String, Long> counted) {
        return counted.values().stream().mapToLong(Long::longValue).sum();
    }

    private static boolean standsForTheDemo(String phone) {
        return phone.startsWith("1380000") || phone.startsWith("19900");
    }

    private static boolean atWork(Instant at, WorkCalendar calendar) {
        var local = at.atZone(WorkCalendar.ZONE);
        return calendar.isWorkingDay(local.toLocalDate())
                && local.toLocalTime().isAfter(LocalTime.of(8, 30))
                && local.toLocalTime().isBefore(LocalTime.of(17, 45));
    }
}
