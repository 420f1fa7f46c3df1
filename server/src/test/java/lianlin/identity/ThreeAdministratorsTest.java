package lianlin.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.testing.Answer;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Three administrators apart, and nobody raises himself (IDN-11, S13, abuse case 16).
@ServerTest
@Tag("S13")
class ThreeAdministratorsTest {
    private static final List<String> ADMINISTRATORS = List.of("SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDIT_ADMIN");

    @Test
    @Tag("IDN-11")
    void noCombinationOfTwoKindsOfPostWithAnAdministratorIsPossible(World world) {
        var roles = ShippedRoles.read();
        for (var held : roles.entrySet()) {
            for (var wanted : roles.entrySet()) {
                var first = held.getKey();
                var second = wanted.getKey();
                var account = world.server()
                        .enrolment()
                        .enrol(world.jurisdiction(), world.number())
                        .account();
                appoint(world, account, first);
                var apart = !first.equals(second)
                        && (held.getValue().reach() == Scope.Reach.SYSTEM
                                || wanted.getValue().reach() == Scope.Reach.SYSTEM);
                if (apart) {
                    assertThatThrownBy(() -> appoint(world, account, second))
                            .as(first + " and " + second)
                            .rootCause()
                            .hasMessageContaining("an administrator holds no second kind of post");
                } else {
                    appoint(world, account, second);
                }
            }
        }
    }

    @Test
    @Tag("IDN-11")
    void twoAdministratorsWhoGiveAtTheSameTimeDoNotBringItAbout(World world) throws Exception {
        var first = administrator(world);
        var second = administrator(world);
        var area = world.district().code();
        for (var round = 0; round < 10; round++) {
            var account = world.server()
                    .enrolment()
                    .enrol(world.jurisdiction(), world.number())
                    .account();
            var answers = new ArrayList<CompletableFuture<Answer>>();
            try (var threads = Executors.newFixedThreadPool(6)) {
                for (var role : ADMINISTRATORS) {
                    for (var admin : List.of(first, second)) {
                        answers.add(CompletableFuture.supplyAsync(
                                () -> admin.post("/api/posts", Map.of("account", account, "role", role, "area", area)),
                                threads));
                    }
                }
            }
            for (var answer : answers) {
                var given = answer.get();
                if (given.status() != 201) {
                    given.is(409).problem("post.apart");
                }
            }
            var held = first.get("/api/posts?account=" + account).items("/role/code");
            assertThat(held.stream().distinct()).hasSize(1);
        }
    }

    @Test
    @Tag("IDN-11")
    void aPostInAnotherDistrictCountsToo(World world) {
        var account = world.server()
                .enrolment()
                .enrol(world.jurisdiction(), world.number())
                .account();
        appoint(world.neighbour(), account, "AUDIT_ADMIN");

        administrator(world)
                .post("/api/posts", Map.of("account", account, "role", "SYSTEM_ADMIN"))
                .is(409)
                .problem("post.apart");
    }

    @Test
    @Tag("IDN-11")
    void postsThatFollowOneAnotherAreNoTwo(World world) {
        var account = world.server()
                .enrolment()
                .enrol(world.jurisdiction(), world.number())
                .account();
        var today = LocalDate.now();

        give(world, account, "AUDIT_ADMIN", today, today.plusDays(30)).is(201);
        give(world, account, "SYSTEM_ADMIN", today.plusDays(30), today.plusDays(60))
                .is(409)
                .problem("post.apart");
        give(world, account, "SYSTEM_ADMIN", today.plusDays(31), today.plusDays(60))
                .is(201);
        give(world, account, "RESIDENT", today.plusDays(90), today.plusDays(80))
                .is(409)
                .problem("post.period");
    }

    @Test
    @Tag("IDN-11")
    void twoAccountsOfOnePersonAreOnePerson(World world) {
        var admin = administrator(world);
        var one = world.server().enrolment().enrol(world.jurisdiction(), world.number());
        var other = world.server().enrolment().enrol(world.jurisdiction(), world.number(), one.name(), one.person());
        appoint(world, one.account(), "AUDIT_ADMIN");

        for (var role : List.of("SYSTEM_ADMIN", "SECURITY_ADMIN")) {
            admin.post(
                            "/api/posts",
                            Map.of(
                                    "account",
                                    other.account(),
                                    "role",
                                    role,
                                    "area",
                                    world.district().code()))
                    .is(409)
                    .problem("post.apart");
        }
        admin.post(
                        "/api/posts",
                        Map.of(
                                "account",
                                other.account(),
                                "role",
                                "DISTRICT_CLERK",
                                "area",
                                world.district().code()))
                .is(409)
                .problem("post.apart");
        appoint(world.neighbour(), other.account(), "AUDIT_ADMIN");
    }

    @Test
    @Tag("IDN-11")
    void anAdministratorIsAResidentUnderAnotherAccount(World world) {
        var one = world.server().enrolment().enrol(world.jurisdiction(), world.number());
        var other = world.server().enrolment().enrol(world.jurisdiction(), world.number(), one.name(), one.person());

        appoint(world, one.account(), "AUDIT_ADMIN");
        appoint(world, other.account(), "RESIDENT");
        assertThatThrownBy(() -> appoint(world, one.account(), "RESIDENT"))
                .rootCause()
                .hasMessageContaining("an administrator holds no second kind of post");
    }

    @Test
    @Tag("IDN-11")
    void whoAdministersADistrictIsChosenByTheInstallation(World world) {
        var district = world.district().code();
        var local = world.securityAdmin();
        var central = administrator(world);
        for (var role : ADMINISTRATORS) {
            var account = world.server()
                    .enrolment()
                    .enrol(world.jurisdiction(), world.number())
                    .account();
            var wanted = Map.of("account", account, "role", role, "area", district);

            local.post("/api/posts", wanted).is(403).problem("post.administrator");
            var post = central.post("/api/posts", wanted).is(201).id();

            local.delete("/api/posts/{id}", post).is(403).problem("post.administrator");
            central.delete("/api/posts/{id}", post).is(204);
        }
        local.post("/api/posts", Map.of("account", local.account(), "role", "AUDIT_ADMIN"))
                .is(409)
                .problem("post.own");
    }

    /// Whoever could set a password to the auditor's account would be the auditor.
    @Test
    @Tag("IDN-11")
    void theAccountOfAnAdministratorIsInTheCareOfTheInstallation(World world) {
        var auditor = world.auditAdmin();
        var local = world.securityAdmin();
        var central = administrator(world);

        local.post("/api/accounts/{id}/password", Map.of(), auditor.account())
                .is(403)
                .problem("account.administrator");
        local.putAt(1, "/api/accounts/{id}/state", Map.of("state", "LOCKED"), auditor.account())
                .is(403)
                .problem("account.administrator");

        central.post("/api/accounts/{id}/password", Map.of(), auditor.account()).is(200);
        central.putAt(1, "/api/accounts/{id}/state", Map.of("state", "LOCKED"), auditor.account())
                .is(200);
    }

    @Test
    void administratorsStandAtWholeDistricts(World world) {
        var account = world.server()
                .enrolment()
                .enrol(world.jurisdiction(), world.number())
                .account();
        var community = world.community("滨江").code();

        administrator(world)
                .post("/api/posts", Map.of("account", account, "role", "AUDIT_ADMIN", "area", community))
                .is(422)
                .problem("post.district");
        administrator(world)
                .post("/api/posts", Map.of("account", account, "role", "AUDIT_ADMIN", "organization", world.nothing()))
                .is(422)
                .problem("post.district");
    }

    @Test
    void nobodyGivesHimselfAPostOrEndsHisOwn(World world) {
        var admin = world.securityAdmin();

        admin.post("/api/posts", Map.of("account", admin.account(), "role", "SECURITY_ADMIN"))
                .is(409)
                .problem("post.own");
        admin.post("/api/posts", Map.of("account", admin.account(), "role", "DISTRICT_CLERK"))
                .is(409)
                .problem("post.own");
        admin.delete("/api/posts/{id}", admin.get("/api/session").text("/post/id"))
                .is(409)
                .problem("post.own");
        admin.putAt(1, "/api/accounts/{id}/state", Map.of("state", "LOCKED"), admin.account())
                .is(409)
                .problem("account.own");
    }

    @Test
    void postsAreGivenInTheOwnDistrictAlone(World world) {
        var admin = world.securityAdmin();
        var neighbour = world.neighbour();
        var mine = world.community("滨江").resident().account();
        var foreign = neighbour.community("滨江").resident();

        admin.post("/api/posts", Map.of("account", foreign.account(), "role", "RESIDENT"))
                .is(404)
                .problem("account.absent");
        admin.post(
                        "/api/posts",
                        Map.of(
                                "account",
                                mine,
                                "role",
                                "RESIDENT",
                                "area",
                                neighbour.community("滨江").code()))
                .is(404)
                .problem("area.absent");
        admin.post("/api/posts", Map.of("account", mine, "role", "RESIDENT", "organization", world.nothing()))
                .is(404);
        admin.post("/api/posts", Map.of("account", mine, "role", "NOBODY"))
                .is(404)
                .problem("role.absent");
        admin.post("/api/posts", Map.of("account", mine, "role", "VOLUNTEER"))
                .is(422)
                .problem("post.organization");
        admin.delete("/api/posts/{id}", foreign.get("/api/session").text("/post/id"))
                .is(404)
                .problem("post.absent");
    }

    @Test
    void anAdministratorSeesNothingOfTheBusiness() {
        var business = List.of("member.", "order.", "organization.", "grid.", "team.", "place.");

        for (var administrator : ADMINISTRATORS) {
            assertThat(permissions(administrator))
                    .isNotEmpty()
                    .noneMatch(permission -> business.stream().anyMatch(permission::startsWith));
        }
        assertThat(permissions("SYSTEM_ADMIN")).noneMatch(permission -> permission.startsWith("journal."));
        assertThat(permissions("SECURITY_ADMIN")).noneMatch(permission -> permission.startsWith("journal."));
        assertThat(permissions("AUDIT_ADMIN")).noneMatch(permission -> permission.endsWith(".edit"));
    }

    /// The administrators are the installation's to appoint.
    private static Person administrator(World world) {
        return world.installation().person("SECURITY_ADMIN");
    }

    private static List<String> permissions(String role) {
        return Optional.ofNullable(ShippedRoles.read().get(role)).orElseThrow().permissions();
    }

    private static Answer give(World world, Id account, String role, LocalDate starts, LocalDate ends) {
        return administrator(world)
                .post(
                        "/api/posts",
                        Map.of(
                                "account",
                                account,
                                "role",
                                role,
                                "area",
                                world.district().code(),
                                "starts",
                                starts.toString(),
                                "ends",
                                ends.toString()));
    }

    private static void appoint(World world, Id account, String role) {
        world.server()
                .enrolment()
                .appoint(
                        account,
                        role,
                        world.district().area(),
                        null,
                        "000001",
                        world.district().name());
    }
}
