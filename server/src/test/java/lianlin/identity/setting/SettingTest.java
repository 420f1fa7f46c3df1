package lianlin.identity.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lianlin.kernel.Setting;
import lianlin.testing.Answer;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.Sources;
import lianlin.testing.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The catalogue of settings.
@ServerTest
class SettingTest {
    @Test
    @Tag("MSG-02")
    void aDistrictSetsWhatHoldsThereAndGoesBackToTheDefault(World world) {
        var admin = world.systemAdmin();
        var neighbour = world.neighbour();
        put(admin, "messages.quiet", "21:00-07:30").is(200);

        assertThat(find(admin, "messages.quiet").get("value")).isEqualTo("21:00-07:30");
        assertThat(find(admin, "messages.quiet").get("usual")).isEqualTo("22:00-08:00");
        assertThat(find(neighbour.systemAdmin(), "messages.quiet").get("value")).isNull();
        put(admin, "messages.quiet", null).is(200);
        assertThat(find(admin, "messages.quiet").get("value")).isNull();
        var past = admin.get("/api/settings/messages.quiet/history").is(200);
        assertThat(past.items()).hasSize(2);
        assertThat(past.text("/items/0/before")).isEqualTo("21:00-07:30");
        assertThat(past.text("/items/1/who")).isEqualTo(admin.name());
        assertThat(neighbour
                        .systemAdmin()
                        .get("/api/settings/messages.quiet/history")
                        .items())
                .isEmpty();
    }

    @Test
    void whatDoesNotFitIsRefusedWithAReason(World world) {
        var admin = world.systemAdmin();
        put(admin, "messages.quiet", "25:00-08:00").is(422).problem("setting.hours");
        put(admin, "care.grace-days", "31").is(422).problem("setting.amount");
        put(admin, "care.grace-days", "viel").is(422).problem("setting.amount");
        put(admin, "lamps.yellow", "4").is(422).problem("setting.amount");
        put(admin, "service-order.most-open", "0").is(422).problem("setting.amount");
        put(admin, "places.grid-households", "800").is(422).problem("setting.span");
        put(admin, "places.grid-households", "800-100").is(422).problem("setting.span");
        put(admin, "places.grid-households", "0-100").is(422).problem("setting.span");
        put(admin, "places.grid-households", "100-10001").is(422).problem("setting.span");
        put(admin, "identity.second-factor", "maybe").is(422).problem("setting.choice");
        put(admin, "nothing", "1").is(404).problem("setting.absent");
        // the key of the map is the installation's
        put(admin, "map.tianditu", "0123456789abcdef").is(404);
        admin.put("/api/settings/care.grace-days?district=" + world.neighbour().jurisdiction(), Map.of("value", "3"))
                .is(404);
        world.district().clerk().get("/api/settings").is(403);
    }

    @Test
    void aKeyIsShownByItsEndAlone(World world) {
        var admin = world.installation().person("SYSTEM_ADMIN");
        put(admin, "map.tianditu", "0123456789abcdef0123456789abcdef").is(200);
        try {
            var shown = find(admin, "map.tianditu");
            assertThat(shown.get("value")).isEqualTo("••••••cdef");
            assertThat(admin.get("/api/settings/map.tianditu/history").is(200).text())
                    .doesNotContain("0123456789");
            world.bean(lianlin.kernel.Settings.class);
        } finally {
            put(admin, "map.tianditu", null).is(200);
        }
    }

    @Test
    void whoStandsAboveDistrictsSaysWhichOneHeMeans(World world) {
        var admin = world.installation().person("SYSTEM_ADMIN");
        admin.put("/api/settings/care.grace-days?district=" + world.jurisdiction(), Map.of("value", "4"))
                .is(200);
        assertThat(find(world.systemAdmin(), "care.grace-days").get("value")).isEqualTo("4");
        put(admin, "care.grace-days", "4").is(404);
    }

    @Test
    void everySettingThatIsReadStandsInTheCatalogueAndHasItsWords(World world) {
        var named = new TreeSet<String>();
        var settings = world.server().context().getBeansOfType(Setting.Reader.class).values().stream()
                .flatMap(reader -> reader.settings().stream())
                .toList();
        settings.forEach(setting -> named.add(setting.name()));
        var readers = new TreeSet<String>();
        var reads = Pattern.compile("settings\\.(find|amount|span)\\(");
        Sources.java().forEach(file -> {
            if (reads.matcher(file.text()).find() && !file.text().contains("Setting.Reader")) {
                readers.add(file.toString());
            }
        });

        assertThat(readers).as("read settings without declaring them").isEmpty();
        assertThat(named)
                .containsExactly(
                        "care.community-days",
                        "care.grace-days",
                        "case.bulk.most",
                        "identity.second-factor",
                        "lamps.yellow",
                        "map.tianditu",
                        "map.tolerance",
                        "messages.quiet",
                        "places.community-floor",
                        "places.community-households",
                        "places.grid-households",
                        "places.village-floor",
                        "places.village-households",
                        "service-item.fee-cap",
                        "service-order.dispatch-days",
                        "service-order.most-open");
        settings.forEach(setting -> assertThat(
                        setting.usual().isEmpty() || setting.shape().fits(setting.usual()))
                .as(setting.name())
                .isTrue());
        var shown = world.systemAdmin().get("/api/settings").is(200);
        shown.items()
                .forEach(each -> List.of("/label", "/what", "/group/label", "/unit/label")
                        .forEach(part -> assertThat(each.at(part).asString(""))
                                .as(each.path("name").asString() + part)
                                .doesNotContain(
                                        "etting", "unit.", each.path("name").asString())));
    }

    private static Answer put(Person by, String name, @Nullable String value) {
        var body = new HashMap<String, @Nullable Object>();
        body.put("value", value);
        return by.put("/api/settings/" + name, body);
    }

    private static Map<String, @Nullable String> find(Person by, String name) {
        var found = new HashMap<String, @Nullable String>();
        by.get("/api/settings").is(200).items().stream()
                .filter(each -> each.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .propertyStream()
                .forEach(part -> found.put(
                        part.getKey(),
                        part.getValue().isNull() ? null : part.getValue().asString("")));
        return found;
    }
}
