package lianlin.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import lianlin.testing.Answer;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How a resident finds his community before he has an account: where the platform works, by a part of the name.
@ServerTest
class CommunitySearchTest {
    /// 浙江省杭州市西湖区, which no other test opens; the one beside it stays closed.
    private static final String COUNTY = "330106000000";

    private static final String CLOSED = "330105000000";

    @BeforeAll
    static void open(World world) {
        world.installation()
                .person("SYSTEM_ADMIN")
                .post("/api/jurisdictions", Map.of("code", COUNTY))
                .is(201);
    }

    @Test
    @Tag("TER-02")
    void aCommunityIsFoundByAPartOfItsName(World world) {
        var found = search(world, "翠苑", "COMMUNITY");

        assertThat(found.items("/name")).isNotEmpty().allMatch(name -> name.contains("翠苑"));
        assertThat(found.items("/code")).allMatch(code -> code.startsWith("330106") && code.length() == 12);
        assertThat(found.items("/level")).containsOnly("COMMUNITY");
        assertThat(found.items("/full")).allMatch(full -> full.startsWith("浙江省杭州市西湖区"));
        assertThat(found.items("/open")).containsOnly("true");
    }

    @Test
    @Tag("TER-02")
    void streetsAreFoundToo(World world) {
        assertThat(search(world, "翠苑", "STREET").items("/name")).containsExactly("翠苑街道");
    }

    @Test
    void whereThePlatformDoesNotWorkNothingIsOffered(World world) {
        var streets =
                world.visitor().get("/api/divisions?parent={code}", CLOSED).is(200);
        var street = streets.items("/name").getFirst();
        assertThat(street).isNotBlank();

        assertThat(search(world, street, "STREET").items("/code")).noneMatch(code -> code.startsWith("330105"));
    }

    @Test
    void theListBelowAPlaceLeadsToTheSameCommunity(World world) {
        var visitor = world.visitor();
        var street = search(world, "翠苑", "STREET").items("/code").getFirst();

        var below = visitor.get("/api/divisions?parent={code}", street).is(200);

        assertThat(below.items("/code")).allMatch(code -> code.startsWith(street.substring(0, 9)));
        assertThat(below.items("/name"))
                .contains(search(world, "翠苑一区", "COMMUNITY").items("/name").getFirst());
    }

    @Test
    void whatIsFoundCanBeSignedUpIn(World world) {
        var community = search(world, "翠苑一区", "COMMUNITY").items().getFirst();
        var phone = "137%08d".formatted(world.number());
        world.visitor()
                .call("POST", "/api/session/codes")
                .fromAnAddressOfItsOwn()
                .body(Map.of("phone", phone))
                .send()
                .is(202);

        var joined = world.visitor()
                .call("POST", "/api/residents")
                .fromAnAddressOfItsOwn()
                .body(Map.of(
                        "phone",
                        phone,
                        "code",
                        world.server().enrolment().code(phone),
                        "name",
                        "李梅",
                        "area",
                        community.get("code").asString()))
                .send()
                .is(201);

        assertThat(joined.text("/post/place")).isEqualTo(community.get("name").asString());
    }

    @Test
    void noWordFindsNothingAndTooManyAreCut(World world) {
        assertThat(search(world, "没有的社区", "COMMUNITY").items()).isEmpty();
        assertThat(search(world, "社区", "COMMUNITY").items()).hasSizeLessThanOrEqualTo(50);
        for (var odd : List.of("%", "_", "'", "\\", "a".repeat(300))) {
            assertThat(search(world, odd, "COMMUNITY").items()).isEmpty();
        }
    }

    private static Answer search(World world, String text, String level) {
        return world.visitor()
                .get("/api/divisions?q={q}&level={level}", URLEncoder.encode(text, StandardCharsets.UTF_8), level)
                .is(200);
    }
}
