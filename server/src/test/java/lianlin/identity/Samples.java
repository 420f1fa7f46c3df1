package lianlin.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lianlin.kernel.Id;
import lianlin.people.Party;
import lianlin.testing.Answer;
import lianlin.testing.Locality;
import lianlin.testing.Person;
import lianlin.testing.World;

/// One thing of every kind in one community, made once over HTTP, and the people who act there.
final class Samples {
    /// Who may upload sheets here; the sample of a sheet is his.
    static final String IMPORTER = "COMMUNITY_SECRETARY";

    private static final String SHEET = "姓名,身份证号,所在党支部,党员类型,入党时间\n";

    private final Locality place;
    private final Map<Thing, String> ids = new EnumMap<>(Thing.class);
    private final Map<String, Person> people = new HashMap<>();
    private final String mark;

    Samples(Locality place) {
        this.place = place;
        this.mark = "样本" + place.world().number() + "号";
        var clerk = place.world().district().clerk();
        ids.put(Thing.AREA, place.code());
        territory(clerk);
        organizations(clerk);
        ids.put(Thing.MEMBER, make(clerk, "/api/members", newMember()).text("/id"));
        orders();
        ids.put(Thing.IMPORT, sheet());
        identity();
    }

    private void territory(Person clerk) {
        var grid = make(clerk, "/api/grids", Map.of("community", place.code(), "name", "网格", "kind", "BASIC"))
                .text("/code");
        ids.put(Thing.GRID, grid);
        var staff = make(clerk, "/api/grids/" + grid + "/staff", Map.of("person", "王五", "role", "GRID_HEAD"));
        ids.put(Thing.GRID_STAFF, staff.text("/staff/id"));
        ids.put(Thing.PLACE, make(clerk, "/api/places", placeNamed("茶馆")).text("/id"));
        ids.put(
                Thing.PARTY_AREA,
                make(clerk, "/api/party-areas", partyArea(place.name() + "片区")).text("/id"));
    }

    /// A committee with a branch below it and a second committee, and a team that is paired with the branch.
    private void organizations(Person clerk) {
        var above = organization(clerk, "COMMITTEE", "党委", null);
        var branch = organization(clerk, "BRANCH", "党支部", above);
        var team = organization(clerk, "VOLUNTEER_TEAM", "志愿服务队", null);
        ids.put(Thing.ORGANIZATION, branch);
        ids.put(Thing.TEAM, team);
        var related =
                make(clerk, "/api/organizations/" + branch + "/relations", Map.of("kind", "GUIDED_BY", "other", team));
        ids.put(Thing.RELATION, related.text("/relations/0/id"));
        var joined = make(clerk, "/api/teams/" + team + "/members", Map.of("name", "赵六", "leads", true));
        ids.put(Thing.TEAM_MEMBER, joined.text("/items/0/id"));
        ids.put(Thing.COMMITTEE, organization(clerk, "COMMITTEE", "第二党委", null));
    }

    private String organization(
            Person clerk, String kind, String name, @org.jspecify.annotations.Nullable String above) {
        var founding = new HashMap<String, Object>();
        founding.put("profile", profile(kind, mark + name));
        if (above != null) {
            founding.put("parent", above);
        }
        return make(clerk, "/api/organizations", founding).text("/id");
    }

    private void orders() {
        var resident = person("RESIDENT");
        var order = place(resident);
        person("COMMUNITY_CLERK")
                .postAt(
                        1,
                        "/api/service-orders/{id}/steps",
                        Map.of("action", "dispatch", "form", Map.of("taker", id(Thing.TEAM))),
                        order)
                .is(200);
        ids.put(Thing.ORDER, order);
        ids.put(Thing.CASE, place(resident));
    }

    private static String place(Person resident) {
        return make(resident, "/api/service-orders", Map.of("title", "厨房水管漏水", "category", "REPAIR"))
                .text("/order/id");
    }

    private String sheet() {
        var importer = person(IMPORTER);
        var content = SHEET + "王一," + Party.identity(1) + "," + mark + "党支部,正式党员,2005-07-01\n";
        var batch = importer.call("POST", "/api/imports/members?name=a.csv")
                .bytes("text/csv", content.getBytes(UTF_8))
                .send()
                .is(201)
                .id();
        for (var end = System.nanoTime() + 20_000_000_000L; System.nanoTime() < end; ) {
            if (importer.get("/api/imports/{id}", batch).is(200).text("/state").equals("CHECKED")) {
                return batch.toString();
            }
        }
        throw new AssertionError("the sheet was not checked within 20 seconds");
    }

    /// Somebody else than those who act, his post, a line of the journal, and a device on which the resident is
    /// signed in beside the one that he uses.
    private void identity() {
        var somebody = place.resident();
        ids.put(Thing.ACCOUNT, somebody.account().toString());
        ids.put(Thing.POST, somebody.get("/api/session").text("/post/id"));
        ids.put(
                Thing.ENTRY,
                world().server()
                        .owner()
                        .resultQuery(
                                "SELECT id FROM kernel.journal WHERE jurisdiction = ? AND subject_id = ? LIMIT 1",
                                world().jurisdiction(),
                                Id.parse(id(Thing.ORGANIZATION)).value())
                        .fetchOptionalInto(Long.class)
                        .map(entry -> new Id(entry).toString())
                        .orElseThrow());
        var resident = person("RESIDENT");
        resident.enter();
        var devices = resident.get("/api/me").is(200).json("/devices");
        for (var device : devices) {
            if (!device.path("current").asBoolean()) {
                ids.put(Thing.DEVICE, device.path("id").asString());
            }
        }
    }

    private static Answer make(Person by, String path, Object body) {
        return by.post(path, body).is(201);
    }

    World world() {
        return place.world();
    }

    Locality place() {
        return place;
    }

    String id(Thing thing) {
        return Objects.requireNonNull(ids.get(thing), () -> "no sample of " + thing);
    }

    /// A part of the names of all organizations of this place.
    String mark() {
        return mark;
    }

    /// Somebody with this role here, the same each time: secretaries of branches at the branch, teams at the team.
    Person person(String role) {
        return people.computeIfAbsent(role, wanted -> switch (wanted) {
            case "BRANCH_SECRETARY" -> at(wanted, Thing.ORGANIZATION);
            case "TEAM_LEADER", "VOLUNTEER" -> at(wanted, Thing.TEAM);
            default -> place.person(wanted);
        });
    }

    private Person at(String role, Thing organization) {
        var id = Id.parse(id(organization));
        var path = world().server()
                .owner()
                .resultQuery("SELECT path FROM organization.organization WHERE id = ?", id.value())
                .fetchOptionalInto(String.class)
                .orElseThrow();
        return place.person(role, id, path);
    }

    Map<String, Object> newMember() {
        return member("李梅", Party.identity(world().number()));
    }

    Map<String, Object> member(String name, String identity) {
        return Map.of(
                "name",
                name,
                "identity",
                identity,
                "phone",
                "138%08d".formatted(world().number()),
                "organization",
                id(Thing.ORGANIZATION),
                "status",
                "FULL",
                "joinedOn",
                "2015-07-01");
    }

    Map<String, Object> profile(String kind, String name) {
        return Map.of("kind", kind, "name", name, "area", place.code());
    }

    Map<String, Object> placeNamed(String name) {
        return Map.of("kind", "TEAHOUSE", "name", name, "area", place.code(), "openToPublic", true);
    }

    Map<String, Object> partyArea(String name) {
        return Map.of("name", name, "type", "COMMUNITIES", "divisions", List.of(place.code()));
    }
}
