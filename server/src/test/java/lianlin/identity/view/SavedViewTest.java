package lianlin.identity.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Test;

/// Views of lists that people save for themselves.
@ServerTest
class SavedViewTest {
    @Test
    void aViewIsThereWhereverItsOwnerSignsInAndForNobodyElse(World world) {
        var clerk = world.community("滨江").clerk();
        var other = world.community("滨江").clerk();
        var saved = clerk.post("/api/me/views", view("orders", "水电类快到期", "lamp", "YELLOW"))
                .is(201);
        clerk.enter();

        var seen = clerk.get("/api/me/views").is(200);
        assertThat(seen.items("/name")).containsExactly("水电类快到期");
        assertThat(seen.text("/items/0/query/lamp")).isEqualTo("YELLOW");
        assertThat(seen.items("/hidden/0")).containsExactly("area");
        assertThat(other.get("/api/me/views").is(200).items()).isEmpty();
        other.put("/api/me/views/{id}", view("orders", "别人的", "lamp", "RED"), saved.id())
                .is(404)
                .problem("view.absent");
        other.delete("/api/me/views/{id}", saved.id()).is(404);
        clerk.delete("/api/me/views/{id}", saved.id()).is(204);
        assertThat(clerk.get("/api/me/views").is(200).items()).isEmpty();
    }

    @Test
    void oneViewOfAListIsTheUsualOne(World world) {
        var clerk = world.community("滨江").clerk();
        clerk.post("/api/me/views", usual("orders", "一")).is(201);
        clerk.post("/api/me/views", usual("members", "二")).is(201);
        var third = clerk.post("/api/me/views", usual("orders", "三")).is(201);
        assertThat(usualOnes(clerk)).containsExactly("二", "三");

        clerk.put("/api/me/views/{id}", view("orders", "三号", "state", "SUBMITTED"), third.id())
                .is(200);
        assertThat(usualOnes(clerk)).containsExactly("二");
        assertThat(clerk.get("/api/me/views").items("/name")).contains("三号");
    }

    @Test
    void namesAreUniqueInAListAndThirtyAreEnough(World world) {
        var clerk = world.community("滨江").clerk();
        clerk.post("/api/me/views", view("orders", "同名", "lamp", "RED")).is(201);
        clerk.post("/api/me/views", view("orders", "同名", "lamp", "GREEN"))
                .is(409)
                .problem("view.name");
        clerk.post("/api/me/views", view("members", "同名", "status", "FULL")).is(201);
        for (var i = 1; i < 30; i++) {
            clerk.post("/api/me/views", view("orders", "视图" + i, "lamp", "RED")).is(201);
        }
        clerk.post("/api/me/views", view("orders", "多一个", "lamp", "RED"))
                .is(409)
                .problem("view.many");
    }

    @Test
    void aTelephoneOrIdentityNumberIsNotKeptInAView(World world) {
        var clerk = world.community("滨江").clerk();
        for (var number : List.of("13812345678", "找 138 1234 5678", "11010119900307123x")) {
            clerk.post("/api/me/views", view("members", "某人", "q", number))
                    .is(409)
                    .problem("view.personal");
        }
        clerk.post("/api/me/views", view("members", "单号", "q", "DD-202611-000123"))
                .is(201);
    }

    private static List<String> usualOnes(Person by) {
        return by.get("/api/me/views").is(200).items().stream()
                .filter(view -> view.path("usual").asBoolean())
                .map(view -> view.path("name").asString())
                .toList();
    }

    private static Map<String, Object> usual(String list, String name) {
        var view = new HashMap<>(view(list, name, "lamp", "RED"));
        view.put("usual", true);
        return view;
    }

    private static Map<String, Object> view(String list, String name, String key, String said) {
        return Map.of(
                "list", list, "name", name, "query", Map.of(key, said), "hidden", List.of("area"), "usual", false);
    }
}
