package lianlin.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lianlin.kernel.Id;
import lianlin.messaging.Notices;
import lianlin.people.Party;
import lianlin.testing.Answer;
import lianlin.testing.Importing;
import lianlin.testing.Locality;
import lianlin.testing.Person;
import lianlin.testing.World;
import org.jspecify.annotations.Nullable;

/// One thing of every kind in one community, made once over HTTP, and the people who act there.
final class Samples {
    /// Who may upload sheets here; the sample of a sheet is his.
    static final String IMPORTER = "COMMUNITY_SECRETARY";

    /// Who is told of a new order; the sample of a message is his.
    static final String DISPATCHER = "COMMUNITY_CLERK";

    private static final String SHEET = "姓名,身份证号,所在党支部,党员类型,入党时间\n";

    private final Locality place;
    private final Map<Thing, String> ids = new EnumMap<>(Thing.class);
    private final Map<String, Person> people = new HashMap<>();
    private final String mark;
    private final int ground;
    private NextDoor nextDoor = NextDoor.NOWHERE;
    private String shift = "";

    Samples(Locality place) {
        this.place = place;
        this.ground = place.world().number();
        this.mark = "样本" + ground + "号";
        var clerk = place.world().district().clerk();
        ids.put(Thing.AREA, place.code());
        territory(clerk);
        organizations(clerk);
        members(clerk);
        orders();
        care(clerk);
        duty();
        ids.put(Thing.SECTION, SampleSections.make(this));
        person(IMPORTER);
        ids.put(Thing.NOTICE, Notices.toStaff(place).toString());
        ids.put(Thing.RECEIVED, id(Thing.NOTICE));
        ids.put(Thing.IMPORT, sheet("members", SHEET + row(mark + "党支部") + row("没有的党支部")));
        sheet("organizations", "组织名称,组织类型,上级组织,所在区划\n" + mark + "第三党支部,党支部," + mark + "第二党委," + place.code() + "\n");
        identity();
    }

    private void territory(Person clerk) {
        var grid = make(
                        clerk,
                        "/api/grids",
                        Map.of(
                                "community",
                                place.code(),
                                "name",
                                "网格",
                                "kind",
                                "BASIC",
                                "lines",
                                List.of(Map.of("line", "PARTY", "person", "李四"))))
                .text("/code");
        ids.put(Thing.GRID, grid);
        var staff = make(clerk, "/api/grids/" + grid + "/staff", Map.of("person", "王五", "role", "GRID_HEAD"));
        ids.put(Thing.GRID_STAFF, staff.text("/staff/id"));
        var teahouse = new HashMap<>(placeNamed("茶馆"));
        teahouse.put("rooms", List.of(Map.of("name", "议事室")));
        ids.put(Thing.PLACE, make(clerk, "/api/places", teahouse).text("/id"));
        ids.put(
                Thing.PLACE_PHOTO,
                clerk.call("POST", "/api/places/{id}/photos", id(Thing.PLACE))
                        .bytes("image/png", Bodies.picture(place.world().number()))
                        .send()
                        .is(201)
                        .text("/id"));
        nextDoor = NextDoor.of(place, clerk, grid, ground);
        clerk.putAt(1, "/api/areas/{code}/shape", outline(), place.code()).is(200);
        clerk.putAt(1, "/api/grids/{code}/shape", outline(), grid).is(200);
        ids.put(
                Thing.BUILDING,
                make(clerk, "/api/buildings", Map.of("grid", grid, "name", "1 号楼"))
                        .text("/id"));
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
        var linked = make(clerk, "/api/grids/" + id(Thing.GRID) + "/party-groups", Map.of("organization", branch));
        ids.put(Thing.PARTY_LINK, linked.text("/items/0/id"));
        var related =
                make(clerk, "/api/organizations/" + branch + "/relations", Map.of("kind", "GUIDED_BY", "other", team));
        ids.put(Thing.RELATION, related.text("/relations/0/id"));
        var joined = make(clerk, "/api/teams/" + team + "/members", Map.of("name", "赵六", "leads", true));
        ids.put(Thing.TEAM_MEMBER, joined.text("/items/0/id"));
        ids.put(Thing.COMMITTEE, organization(clerk, "COMMITTEE", "第二党委", null));
    }

    private String organization(Person clerk, String kind, String name, @Nullable String above) {
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
        person(DISPATCHER)
                .postAt(
                        1,
                        "/api/service-orders/{id}/steps",
                        Map.of("action", "dispatch", "form", Map.of("taker", id(Thing.TEAM))),
                        order)
                .is(200);
        ids.put(Thing.ORDER, order);
        ids.put(
                Thing.ITEM,
                make(place.clerk(), "/api/service-items", Bodies.item(this, "上门修水管"))
                        .text("/id"));
        ids.put(
                Thing.PHOTO,
                resident.call("POST", "/api/service-orders/{id}/photos", order)
                        .bytes("image/png", Bodies.picture(0))
                        .send()
                        .is(201)
                        .text("/id"));
        ids.put(Thing.CASE, place(resident));
        world().catchUp();
        ids.put(Thing.MESSAGE, person(DISPATCHER).get("/api/messages").is(200).text("/items/0/id"));
    }

    /// The volunteer of the team and the resident, who has agreed; a visit was made.
    private void care(Person clerk) {
        var helper = person("VOLUNTEER");
        make(clerk, "/api/teams/" + id(Thing.TEAM) + "/members", Map.of("account", helper.account(), "leads", false));
        var community = person(DISPATCHER);
        var pair = make(community, "/api/care-pairs", SampleCare.pair(this, person("RESIDENT")))
                .id();
        community
                .postAt(1, "/api/care-pairs/{id}/consent", Map.of("how", "VOICE"), pair)
                .is(200);
        community
                .putAt(2, "/api/care-pairs/{id}/plan", SampleCare.plan(this), pair)
                .is(200);
        helper.postAt(3, "/api/care-pairs/{id}/visits", Map.of("kind", "DOOR", "minutes", 30), pair)
                .is(200);
        ids.put(Thing.CARE_PAIR, pair.toString());
    }

    /// Two shifts of the clerk; one of them he asks the secretary to take.
    private void duty() {
        var clerk = person(DISPATCHER);
        var shifts = new Shifts(this);
        var week = shifts.week(clerk);
        make(clerk, "/api/patrols", Map.of("grid", id(Thing.GRID)));
        shift = week.text("/shifts/1/id");
        ids.put(
                Thing.DUTY_SWAP,
                make(clerk, "/api/duty/swaps", shifts.swap(week.text("/shifts/0/id")))
                        .text("/asked/0/id"));
    }

    /// A shift of the clerk that nobody is asked to take.
    String shift() {
        return shift;
    }

    private static String place(Person resident) {
        return make(resident, "/api/service-orders", Map.of("title", "厨房水管漏水", "category", "REPAIR"))
                .text("/order/id");
    }

    /// Somebody who came from a branch that he belonged to before.
    private void members(Person clerk) {
        var form = new HashMap<>(newMember());
        form.put("organization", organization(clerk, "BRANCH", "原党支部", null));
        var member = make(clerk, "/api/members", form).text("/id");
        form.put("organization", id(Thing.ORGANIZATION));
        clerk.putAt(1, "/api/members/{id}", form, member).is(200);
        ids.put(Thing.MEMBER, member);
    }

    private static String row(String branch) {
        return "王一," + Party.identity(1) + "," + branch + ",正式党员,2005-07-01\n";
    }

    /// A sheet that was checked and waits for a confirmation.
    private String sheet(String kind, String content) {
        var importer = person(IMPORTER);
        var batch = importer.call("POST", "/api/imports/" + kind + "?name=a.csv")
                .bytes("text/csv", content.getBytes(UTF_8))
                .send()
                .is(201)
                .id();
        var checked = Importing.settled(importer, batch);
        if (!checked.text("/state").equals("CHECKED")) {
            throw new AssertionError(checked.text());
        }
        return batch.toString();
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
        ids.put(Thing.VIEW, make(resident, "/api/me/views", Bodies.view("我的视图")).text("/id"));
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

    /// Ground that no other sample has.
    Map<String, Object> outline() {
        return NextDoor.outline(ground);
    }

    NextDoor nextDoor() {
        return nextDoor;
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
