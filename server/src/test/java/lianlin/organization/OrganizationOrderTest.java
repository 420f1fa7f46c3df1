package lianlin.organization;

import static lianlin.organization.Founding.found;
import static lianlin.organization.sql.Tables.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import lianlin.testing.Plans;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The orders in which organizations are listed.
@ServerTest
class OrganizationOrderTest {
    @Test
    void organizationsStandByTheirPinyinOrByTheirLevel(World world) {
        var clerk = world.district().clerk();
        var root = found(clerk, null, "COMMITTEE", "区委", world.district());
        var middle = found(clerk, root, "COMMITTEE", "东街党委", world.district());
        found(clerk, middle, "BRANCH", "白云支部", world.district());
        found(clerk, root, "BRANCH", "城南支部", world.district());

        var list = "/api/organizations?sort=";
        assertThat(clerk.get(list + "NAME").is(200).items("/name")).containsExactly("白云支部", "城南支部", "东街党委", "区委");
        assertThat(clerk.get(list + "NAME_DOWN").is(200).items("/name")).containsExactly("区委", "东街党委", "城南支部", "白云支部");
        assertThat(clerk.get(list + "LEVEL").is(200).items("/name"))
                .startsWith("区委")
                .endsWith("白云支部");
        assertThat(clerk.get(list + "LEVEL_DOWN").is(200).items("/name"))
                .startsWith("白云支部")
                .endsWith("区委");
    }

    @Test
    void namesFromBeforeGetTheirKeyAtTheNextStart(World world) {
        var clerk = world.district().clerk();
        var root = found(clerk, null, "COMMITTEE", "区委", world.district());
        found(clerk, root, "BRANCH", "白云支部", world.district());
        world.server().owner().execute("UPDATE organization.organization SET spelling = '' WHERE id = ?", root.value());
        world.bean(NamesSpelled.class).run(new org.springframework.boot.DefaultApplicationArguments());

        assertThat(clerk.get("/api/organizations?sort=NAME").is(200).items("/name"))
                .containsExactly("白云支部", "区委");
    }

    @ParameterizedTest
    @EnumSource(OrganizationOrder.class)
    void everyOrderIsServedByAnIndex(OrganizationOrder order, World world) {
        assertThat(Plans.of(world, ORGANIZATION, ORGANIZATION.JURISDICTION, order.falls(), order.fields()))
                .contains("Index")
                .doesNotContain("Sort Key", "Seq Scan");
    }
}
