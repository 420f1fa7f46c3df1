package lianlin.identity;

import java.util.Map;
import java.util.Optional;
import lianlin.testing.World;
import org.jspecify.annotations.Nullable;

/// The kinds of things that paths, queries and bodies name, each with the table that keeps its version.
enum Thing {
    AREA("territory.area", "area / 1000"),
    GRID("territory.grid", "area"),
    GRID_STAFF(null, null),
    PLACE("territory.place", "id"),
    PLACE_PHOTO(null, null),
    BUILDING("territory.building", "id"),
    PARTY_LINK(null, null),
    PARTY_AREA("territory.party_area", "id"),
    ORGANIZATION("organization.organization", "id"),
    /// Another organization, below which the first one can be put. What stands above an organization already is named
    /// to everybody who sees the organization itself.
    COMMITTEE("organization.organization", "id"),
    RELATION(null, null),
    TEAM(null, null),
    TEAM_MEMBER(null, null),
    MEMBER("people.member", "id"),
    /// An order that a team has in hand.
    ORDER("procedure.\"case\"", "id"),
    PHOTO(null, null),
    /// An order that waits for the dispatcher.
    CASE("procedure.\"case\"", "id"),
    /// A draft of the menu, which the team offers.
    ITEM("matter.service_item", "id"),
    /// A household that a volunteer of the team looks after; the resident of the samples lives there.
    CARE_PAIR("matter.care_pair", "id"),
    /// A shift that the clerk of the community asks the secretary to take.
    DUTY_SWAP(null, null),
    /// A piece of green that a member of the community looks after.
    SECTION("territory.duty_section", "id"),
    IMPORT("exchange.import_batch", "id"),
    ACCOUNT("identity.account", "id"),
    POST(null, null),
    ENTRY(null, null),
    DEVICE(null, null),
    MESSAGE(null, null),
    /// A view of a list that the resident saved.
    VIEW(null, null),
    /// A notice that the secretary of the community wrote to its staff.
    NOTICE(null, null),
    /// The same for those who received it: the dispatcher, the importer and the volunteer.
    RECEIVED(null, null);

    /// What the variable at the end of a path stands for.
    static final Map<String, Thing> IN_PATHS = Map.ofEntries(
            Map.entry("/api/areas/{code}", AREA),
            Map.entry("/api/grids/{code}", GRID),
            Map.entry("/api/grids/{code}/staff/{id}", GRID_STAFF),
            Map.entry("/api/places/{id}", PLACE),
            Map.entry("/api/places/{id}/photos/{photo}", PLACE_PHOTO),
            Map.entry("/api/buildings/{id}", BUILDING),
            Map.entry("/api/grids/{code}/party-groups/{id}", PARTY_LINK),
            Map.entry("/api/party-areas/{id}", PARTY_AREA),
            Map.entry("/api/organizations/{id}", ORGANIZATION),
            Map.entry("/api/organizations/{id}/relations/{relation}", RELATION),
            Map.entry("/api/teams/{id}", TEAM),
            Map.entry("/api/teams/{id}/members/{member}", TEAM_MEMBER),
            Map.entry("/api/members/{id}", MEMBER),
            Map.entry("/api/service-orders/{id}", ORDER),
            Map.entry("/api/service-orders/{id}/photos/{photo}", PHOTO),
            Map.entry("/api/cases/{id}", CASE),
            Map.entry("/api/service-items/{id}", ITEM),
            Map.entry("/api/care-pairs/{id}", CARE_PAIR),
            Map.entry("/api/duty/swaps/{id}", DUTY_SWAP),
            Map.entry("/api/sections/{id}", SECTION),
            Map.entry("/api/imports/{id}", IMPORT),
            Map.entry("/api/accounts/{id}", ACCOUNT),
            Map.entry("/api/posts/{id}", POST),
            Map.entry("/api/journal/{id}", ENTRY),
            Map.entry("/api/me/devices/{id}", DEVICE),
            Map.entry("/api/messages/{id}", MESSAGE),
            Map.entry("/api/me/views/{id}", VIEW),
            Map.entry("/api/notices/{id}", NOTICE),
            Map.entry("/api/me/notices/{id}", RECEIVED));

    /// What names nothing of a district, and why.
    static final Map<String, String> OF_NO_DISTRICT = Map.of(
            "/api/roles/{code}", "roles belong to the installation; everybody who may read roles reads all of them",
            "/api/service-menu/{id}", "the published menu is there for everybody",
            "/api/stations/{id}", "places that are open to the public are there for everybody",
            "/api/stations/{id}/photos/{photo}", "and so are their photos",
            "/api/procedures/{name}", "procedures belong to the installation",
            "/api/settings/{name}", "a setting is named; whose value it is the post says: SettingTest",
            "/api/message-rules/{id}", "a rule is named; whose it is the post says: MessageRuleTest",
            "/api/message-routes/{kind}", "a kind of message is named: MessageRuleTest",
            "/api/tracks/{number}", "whoever has number and code may follow the order, wherever he is");

    /// What the parameters of queries name, whatever the list.
    private static final Map<String, Thing> IN_QUERIES = Map.of(
            "area", AREA,
            "account", ACCOUNT,
            "actor", ACCOUNT,
            "organization", ORGANIZATION,
            "holder", TEAM,
            "team", TEAM,
            "place", PLACE,
            "id", CASE,
            "subjectId", ORGANIZATION);

    private final @Nullable String table;
    private final @Nullable String key;

    Thing(@Nullable String table, @Nullable String key) {
        this.table = table;
        this.key = key;
    }

    /// What a parameter of a query names; nothing where it is a text, a code or a number.
    static Optional<Thing> inQuery(String path, String parameter) {
        return parameter.equals("parent")
                ? Optional.of(path.startsWith("/api/areas") ? AREA : ORGANIZATION)
                : Optional.ofNullable(IN_QUERIES.get(parameter));
    }

    /// The id of something that is not there, in the shape of those that are.
    String missing(World world) {
        return switch (this) {
            case AREA -> "990000000000";
            case GRID -> "990000000000999";
            default -> world.nothing().toString();
        };
    }

    /// The version that a thing has now; 1 where it has none.
    int version(World world, String id) {
        if (table == null) {
            return 1;
        }
        var found = world.server()
                .owner()
                .resultQuery(
                        "SELECT version FROM " + table + " WHERE " + key + " = ?",
                        this == AREA || this == GRID
                                ? Long.parseLong(id)
                                : lianlin.kernel.Id.parse(id).value())
                .fetchOptionalInto(Integer.class);
        return found.orElseThrow(() -> new AssertionError("no " + this + " " + id));
    }
}
