package lianlin.identity;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javax.imageio.ImageIO;
import lianlin.people.Party;
import org.jspecify.annotations.Nullable;

/// A body for everything that is written: right for a caller in the place of the samples, so that nothing but what
/// the request names keeps it from being done.
final class Bodies {
    private static final Map<String, Function<Samples, Object>> RIGHT = new TreeMap<>();

    /// What is written without naming anything of a district, and why no body is needed here.
    static final Map<String, String> NAMELESS = Map.ofEntries(
            Map.entry("post /api/session", "signing in"),
            Map.entry("post /api/session/codes", "signing in"),
            Map.entry("post /api/session/second-factor", "signing in"),
            Map.entry("post /api/me/second-factor", "the caller's own"),
            Map.entry("post /api/me/second-factor/confirmation", "the caller's own"),
            Map.entry("post /api/me/second-factor/recovery-codes", "the caller's own"),
            Map.entry("post /api/me/second-factor/removal", "the caller's own"),
            Map.entry("post /api/session/proof", "the caller's own session"),
            Map.entry("put /api/session/post", "the caller's own posts: SessionTest"),
            Map.entry("post /api/residents", "a resident chooses his community himself"),
            Map.entry("put /api/me/preferences", "the caller's own"),
            Map.entry("put /api/me/password", "the caller's own"),
            Map.entry("post /api/imports/members", "a file, whose rows are judged: MemberImportTest"),
            Map.entry("post /api/imports/organizations", "a file, whose rows are judged: OrganizationImportTest"),
            Map.entry("post /api/shapes/check", "a file, whose features are judged: ShapeImportTest"),
            Map.entry("post /api/shapes", "a file, whose features are judged: ShapeImportTest"),
            Map.entry("put /api/messages/preferences", "the caller's own"),
            Map.entry("put /api/messages/push", "the caller's own browser"),
            Map.entry("post /api/messages/readings", "the caller's own"),
            Map.entry("post /api/cases/bulk", "every row is judged by itself: CaseBulkTest"),
            Map.entry("post /api/cases/bulk/preview", "every row is judged by itself: CaseBulkTest"),
            Map.entry("post /api/jurisdictions", "opens what was there for nobody before: CountiesTest"),
            Map.entry("post /api/journal/verification", "the seals are of the whole installation"),
            Map.entry("put /api/settings/{name}", "the district is that of the post: SettingTest"),
            Map.entry("put /api/message-rules/{id}", "the district is that of the post: MessageRuleTest"),
            Map.entry("put /api/message-routes/{kind}", "the district is that of the post: MessageRuleTest"),
            Map.entry("put /api/roles/{code}", "roles belong to the installation"));

    static {
        RIGHT.put("put /api/areas/{code}", here -> Map.of("households", 1500));
        RIGHT.put("post /api/grids", here -> grid(here, "第二网格"));
        RIGHT.put("put /api/grids/{code}", here -> Map.of("name", "第一网格", "kind", "BASIC"));
        RIGHT.put(
                "put /api/areas/{code}/name",
                here -> Map.of("name", here.place().name()));
        RIGHT.put("put /api/grids/{code}/name", here -> Map.of("name", "网格"));
        RIGHT.put(
                "post /api/grid-mergers/draft",
                here -> Map.of("grids", here.nextDoor().grids()));
        RIGHT.put(
                "post /api/grid-mergers",
                here -> Map.of("grids", here.nextDoor().grids(), "name", "合并网格", "staff", headAndWorker()));
        RIGHT.put(
                "post /api/grids/{code}/split/draft",
                here -> Map.of("line", here.nextDoor().line()));
        RIGHT.put(
                "post /api/grids/{code}/split",
                here -> Map.of(
                        "line",
                        here.nextDoor().line(),
                        "parts",
                        List.of(Map.of("name", "网格"), Map.of("name", "拆出网格", "staff", headAndWorker())),
                        "keeps",
                        0,
                        "rest",
                        0));
        RIGHT.put(
                "post /api/areas/{code}/merger/draft",
                here -> Map.of("others", List.of(here.nextDoor().community())));
        RIGHT.put(
                "post /api/areas/{code}/merger",
                here -> Map.of("others", List.of(here.nextDoor().community())));
        RIGHT.put(
                "post /api/grids/{code}/staff",
                here -> Map.of("account", here.id(Thing.ACCOUNT), "role", "GRID_WORKER"));
        for (var of : List.of("areas", "grids")) {
            RIGHT.put("put /api/" + of + "/{code}/shape", Samples::outline);
            RIGHT.put("post /api/" + of + "/{code}/shape/check", Samples::outline);
        }
        RIGHT.put("post /api/grids/{code}/party-groups", here -> Map.of("organization", here.id(Thing.COMMITTEE)));
        RIGHT.put("post /api/buildings", here -> Map.of("grid", here.id(Thing.GRID), "name", "2 号楼"));
        RIGHT.put("put /api/buildings/{id}", here -> Map.of("grid", here.id(Thing.GRID), "name", "1 号楼"));
        RIGHT.put("post /api/places/{id}/photos", here -> picture(here.world().number()));
        RIGHT.put("post /api/places", here -> here.placeNamed("第二茶馆"));
        RIGHT.put("put /api/places/{id}", here -> here.placeNamed("第一茶馆"));
        RIGHT.put("post /api/party-areas", here -> with(here.partyArea("第二片区"), "lead", here.id(Thing.ORGANIZATION)));
        RIGHT.put(
                "put /api/party-areas/{id}", here -> with(here.partyArea("第一片区"), "lead", here.id(Thing.ORGANIZATION)));
        RIGHT.put(
                "post /api/organizations",
                here -> Map.of("parent", here.id(Thing.COMMITTEE), "profile", here.profile("BRANCH", "第二党支部")));
        RIGHT.put("put /api/organizations/{id}", here -> here.profile("BRANCH", "第一党支部"));
        RIGHT.put("put /api/organizations/{id}/parent", here -> Map.of("parent", here.id(Thing.COMMITTEE)));
        RIGHT.put("put /api/organizations/{id}/status", here -> Map.of("status", "SUSPENDED", "reason", "停止活动"));
        RIGHT.put(
                "post /api/organizations/{id}/relations",
                here -> Map.of("kind", "PAIRING", "other", here.id(Thing.TEAM)));
        RIGHT.put("post /api/teams/{id}/members", here -> Map.of("account", here.id(Thing.ACCOUNT), "leads", false));
        RIGHT.put("post /api/members", Samples::newMember);
        RIGHT.put("put /api/members/{id}", here -> here.member("李梅", Party.identity(7)));
        RIGHT.put("post /api/members/{id}/reveals", here -> Map.of("field", "PHONE", "reason", "上门走访"));
        RIGHT.put(
                "post /api/service-orders",
                here -> Map.of(
                        "title",
                        "陪同就医",
                        "category",
                        "REPAIR",
                        "area",
                        here.place().code(),
                        "behalf",
                        Map.of("name", "王芳", "phone", "13800000001", "consent", "VOICE")));
        RIGHT.put(
                "post /api/service-orders/{id}/steps",
                here -> Map.of("action", "cancel", "form", Map.of("note", "不需要了")));
        RIGHT.put(
                "post /api/service-orders/{id}/photos",
                here -> picture(here.world().number()));
        RIGHT.put("post /api/service-orders/{id}/contact", here -> Map.of("reason", "约上门时间"));
        RIGHT.put(
                "post /api/cases/{id}/steps",
                here -> Map.of("action", "dispatch", "form", Map.of("taker", here.id(Thing.TEAM))));
        RIGHT.put("post /api/service-items", here -> item(here, "陪同就医"));
        RIGHT.put("put /api/service-items/{id}", here -> item(here, "上门修灯"));
        RIGHT.put("post /api/service-items/{id}/steps", here -> Map.of("step", "REVIEW"));
        RIGHT.put(
                "put /api/duty/week",
                here -> Map.of(
                        "place",
                        here.id(Thing.PLACE),
                        "monday",
                        new Shifts(here).monday(3),
                        "seen",
                        List.of(),
                        "shifts",
                        List.of()));
        RIGHT.put(
                "post /api/duty/week/filling",
                here -> Map.of("place", here.id(Thing.PLACE), "monday", new Shifts(here).monday(5), "from", "PATTERN"));
        RIGHT.put("put /api/duty/pattern", here -> new Shifts(here).dutyPattern());
        RIGHT.put("post /api/duty/swaps", here -> new Shifts(here).swap(here.shift()));
        RIGHT.put("put /api/duty/swaps/{id}", here -> Map.of("state", "ACCEPTED"));
        RIGHT.put("post /api/care-pairs", here -> SampleCare.pair(here, here.person("RESIDENT")));
        RIGHT.put("post /api/care-pairs/{id}/consent", here -> Map.of("how", "SIGNATURE"));
        RIGHT.put("put /api/care-pairs/{id}/plan", SampleCare::plan);
        RIGHT.put("put /api/care-pairs/{id}/rest", here -> Map.of("paused", true));
        RIGHT.put(
                "put /api/care-pairs/{id}/helper",
                here -> Map.of("helper", here.person("VOLUNTEER").account().toString()));
        RIGHT.put("put /api/care-pairs/{id}/stand-in", here -> Map.of());
        RIGHT.put("post /api/care-pairs/{id}/visits", here -> Map.of("kind", "PHONE", "minutes", 10));
        RIGHT.put(
                "post /api/care-pairs/{id}/postponement",
                here -> Map.of("to", here.world().today().plusDays(3).toString(), "reason", "WEATHER"));
        RIGHT.put(
                "post /api/care-pairs/{id}/orders",
                here -> Map.of("title", "陪同就医", "category", "CARE", "consent", "VOICE"));
        RIGHT.put("post /api/care-pairs/{id}/contact", here -> Map.of("reason", "约上门时间"));
        RIGHT.put("post /api/care-pairs/{id}/end", here -> Map.of("reason", "NEED_MET"));
        RIGHT.put("post /api/care-pairs/{id}/withdrawal", here -> Map.of());
        RIGHT.put("post /api/notices/preview", here -> Map.of("kinds", List.of("POSTS")));
        RIGHT.put(
                "post /api/notices",
                here -> Map.of("title", "停水", "text", "明天停水。", "audience", Map.of("kinds", List.of("POSTS"))));
        RIGHT.put("post /api/notices/{id}/reminders", here -> Map.of());
        RIGHT.put("put /api/me/notices/{id}/read", here -> Map.of());
        RIGHT.put("put /api/me/notices/{id}/receipt", here -> Map.of());
        RIGHT.put("post /api/me/views", here -> view("一个视图" + here.world().number()));
        RIGHT.put("put /api/me/views/{id}", here -> view("改了名的视图"));
        RIGHT.put("post /api/patrols", here -> Map.of("grid", here.id(Thing.GRID), "kinds", List.of("SAFETY")));
        RIGHT.put("post /api/sections", here -> SampleSections.form(here, "第二段"));
        RIGHT.put("put /api/sections/{id}", here -> SampleSections.form(here, "第一段"));
        RIGHT.put("post /api/sections/{id}/claim", here -> Map.of());
        RIGHT.put("post /api/sections/{id}/confirmation", here -> Map.of());
        RIGHT.put("post /api/sections/{id}/holder", here -> Map.of("name", "王芳"));
        RIGHT.put("post /api/sections/{id}/release", here -> Map.of("reason", "搬家了"));
        RIGHT.put("post /api/sections/{id}/entries", here -> Map.of("note", "捡了落叶", "minutes", 30));
        RIGHT.put("post /api/sections/{id}/checks", here -> Map.of("verdict", "IN_ORDER"));
        RIGHT.put("put /api/imports/{id}/state", here -> Map.of("state", "CANCELLED"));
        RIGHT.put("put /api/messages/{id}/read", here -> Map.of());
        RIGHT.put(
                "post /api/accounts",
                here -> Map.of("name", "王芳", "login", "m" + here.world().number()));
        RIGHT.put("post /api/accounts/{id}/password", here -> Map.of());
        RIGHT.put("put /api/accounts/{id}/state", here -> Map.of("state", "LOCKED"));
        RIGHT.put(
                "post /api/posts",
                here -> Map.of(
                        "account",
                        here.id(Thing.ACCOUNT),
                        "role",
                        "BRANCH_SECRETARY",
                        "organization",
                        here.id(Thing.ORGANIZATION)));
    }

    private Bodies() {}

    /// A service that the team offers.
    static Map<String, Object> item(Samples here, String title) {
        return new TreeMap<>(Map.of(
                "title",
                title,
                "description",
                "带工具上门",
                "category",
                "REPAIR",
                "provider",
                here.id(Thing.TEAM),
                "area",
                here.place().code(),
                "audience",
                "本社区居民",
                "minutes",
                60,
                "priceCents",
                0,
                "channels",
                List.of("APP"),
                "stations",
                List.of(here.id(Thing.PLACE))));
    }

    /// A view of a list.
    static Map<String, Object> view(String name) {
        return Map.of(
                "list", "orders", "name", name, "query", Map.of("lamp", "RED"), "hidden", List.of(), "usual", false);
    }

    private static List<Map<String, String>> headAndWorker() {
        return List.of(Map.of("person", "陈大文", "role", "GRID_HEAD"), Map.of("person", "李小兰", "role", "GRID_WORKER"));
    }

    static boolean has(Endpoint endpoint) {
        return RIGHT.containsKey(endpoint.toString());
    }

    static @Nullable Object of(Endpoint endpoint, Samples here) {
        var made = RIGHT.get(endpoint.toString());
        return made == null ? null : made.apply(here);
    }

    /// A small picture, another one for every number.
    static byte[] picture(int number) {
        var picture = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, number);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static Object grid(Samples here, String name) {
        return Map.of("community", here.place().code(), "name", name, "kind", "BASIC");
    }

    private static Object with(Map<String, Object> body, String field, Object value) {
        var whole = new TreeMap<>(body);
        whole.put(field, value);
        return whole;
    }

    /// Whether a value stands somewhere in the body.
    static boolean names(Object body, String value) {
        return switch (body) {
            case Map<?, ?> map -> map.values().stream().anyMatch(part -> names(part, value));
            case List<?> list -> list.stream().anyMatch(part -> names(part, value));
            default -> body.equals(value);
        };
    }

    /// The same body with another value wherever a value stands.
    static Object instead(Object body, String value, String other) {
        return switch (body) {
            case Map<?, ?> map -> {
                var changed = new TreeMap<String, Object>();
                map.forEach((name, part) -> changed.put(name.toString(), instead(part, value, other)));
                yield changed;
            }
            case List<?> list ->
                list.stream().map(part -> instead(part, value, other)).toList();
            default -> body.equals(value) ? other : body;
        };
    }
}
