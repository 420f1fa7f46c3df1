package lianlin.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import lianlin.kernel.Scope;
import lianlin.testing.Locality;
import lianlin.testing.Person;
import org.jspecify.annotations.Nullable;

/// Somebody who holds one post somewhere, and what he is meant to see: written down here once more, as data, so that
/// the server is not asked what it should answer.
record Standing(
        String role,
        Seat seat,
        Set<String> permissions,
        Locality place,
        Person person,
        Samples here,
        boolean unchecked) {
    /// From where a post looks.
    enum Seat {
        /// Everything of its area.
        AREA,
        /// A branch: itself and its members; of things with a place only, those of its community.
        BRANCH,
        /// A team: itself and the orders that it has in hand; of things with a place only, those of its community.
        TEAM,
        /// What is the person's own; of things with a place only, those of the community.
        OWN,
        /// Nothing of the business: accounts, posts and the journal of the district.
        SYSTEM
    }

    private static final Map<String, Seat> AT_ORGANIZATIONS =
            Map.of("BRANCH_SECRETARY", Seat.BRANCH, "TEAM_LEADER", Seat.TEAM, "VOLUNTEER", Seat.TEAM);

    /// Every role that ships at the community of the samples, administrators at its district; officials of streets
    /// and of the district at their own level too.
    static List<Standing> all(Samples here) {
        var standings = new ArrayList<Standing>();
        var world = here.world();
        var street = world.street("东街街道");
        ShippedRoles.read().forEach((code, role) -> {
            var permissions = Set.copyOf(role.all());
            var seat = seat(code, role.reach());
            if (seat == Seat.SYSTEM) {
                standings.add(new Standing(
                        code,
                        seat,
                        permissions,
                        world.district(),
                        world.district().person(code),
                        here,
                        false));
                return;
            }
            standings.add(new Standing(code, seat, permissions, here.place(), here.person(code), here, false));
            if (code.startsWith("DISTRICT_")) {
                standings.add(new Standing(
                        code,
                        seat,
                        permissions,
                        world.district(),
                        world.district().person(code),
                        here,
                        false));
            }
            if (code.startsWith("STREET_")) {
                standings.add(new Standing(code, seat, permissions, street, street.person(code), here, false));
            }
        });
        return standings;
    }

    private static Seat seat(String role, Scope.Reach reach) {
        return switch (reach) {
            case AREA -> Seat.AREA;
            case OWN -> Seat.OWN;
            case SYSTEM -> Seat.SYSTEM;
            case ORGANIZATION -> {
                var seat = AT_ORGANIZATIONS.get(role);
                if (seat == null) {
                    throw new AssertionError(role + ": say here at what kind of organization it stands");
                }
                yield seat;
            }
        };
    }

    /// The same with the scope of the application switched off: only the database says what he sees.
    Standing withoutScope() {
        return new Standing(role, seat, permissions, place, person, here, true);
    }

    boolean sees(Thing thing, Samples of) {
        var mine = of == here;
        var inside = seat != Seat.SYSTEM && place.area().contains(of.place().area());
        var official = inside && seat == Seat.AREA;
        return switch (thing) {
            case AREA, GRID, GRID_STAFF, PLACE, PLACE_PHOTO, BUILDING, PARTY_LINK, PARTY_AREA -> inside;
            case ORGANIZATION, RELATION, MEMBER -> official || mine && seat == Seat.BRANCH;
            case TEAM, TEAM_MEMBER -> official || mine && seat == Seat.TEAM;
            case ITEM -> official || mine && seat == Seat.TEAM;
            // streets and the district see no household (SRV-05)
            case CARE_PAIR -> official && place.area().depth() == 5 || mine && seat == Seat.TEAM || isResidentOf(of);
            case SECTION -> official || inside && seat == Seat.OWN;
            case DUTY_SWAP -> mine && (role.equals(Samples.DISPATCHER) || role.equals(Samples.IMPORTER));
            case ORDER, PHOTO -> official || mine && seat == Seat.TEAM || isResidentOf(of);
            case CASE -> official || isResidentOf(of);
            case COMMITTEE -> official;
            case IMPORT -> role.equals(Samples.IMPORTER) && mine;
            case ACCOUNT, POST, ENTRY -> seat == Seat.SYSTEM && of.world() == here.world();
            case DEVICE, VIEW -> isResidentOf(of);
            case MESSAGE -> role.equals(Samples.DISPATCHER) && mine;
            case NOTICE -> official;
            case RECEIVED ->
                mine
                        && Set.of(Samples.DISPATCHER, Samples.IMPORTER, "VOLUNTEER")
                                .contains(role);
        };
    }

    /// Whether he may read of a thing although it is not his to see.
    boolean hearsOf(Thing thing, Samples of) {
        var administers = seat == Seat.SYSTEM && of.world() == here.world();
        return switch (thing) {
            // where accounts hold posts is shown to those who give them; in the journal stands what happened to what
            case AREA, GRID, ORGANIZATION, COMMITTEE -> sees(thing, of) || administers;
            // a resident reads which team comes to him, a branch which one it is related to
            case TEAM -> sees(thing, of) || administers || isResidentOf(of) || of == here && seat == Seat.BRANCH;
            case PLACE,
                    PLACE_PHOTO,
                    BUILDING,
                    PARTY_LINK,
                    PARTY_AREA,
                    MEMBER,
                    ORDER,
                    CASE,
                    ITEM,
                    CARE_PAIR,
                    DUTY_SWAP,
                    SECTION,
                    IMPORT -> sees(thing, of) || administers && role.equals("AUDIT_ADMIN");
            case NOTICE, RECEIVED ->
                sees(Thing.NOTICE, of) || sees(Thing.RECEIVED, of) || administers && role.equals("AUDIT_ADMIN");
            // the ends of seals are named; what stands there is not shown
            case ENTRY -> role.equals("AUDIT_ADMIN");
            default -> sees(thing, of);
        };
    }

    private boolean isResidentOf(Samples of) {
        return role.equals("RESIDENT") && of == here;
    }

    boolean may(Endpoint endpoint) {
        return endpoint.isFor(permissions);
    }

    /// Whether he may do it, and sees the thing of the own community.
    boolean mayToTheOwn(Endpoint endpoint) {
        return may(endpoint) && endpoint.things().stream().allMatch(thing -> sees(thing, here));
    }

    /// Calls an endpoint with what its path names; the ids themselves are taken out of the answer.
    Told asks(Endpoint endpoint, Function<Thing, String> ids, @Nullable Object body, int version) {
        var values = endpoint.things().stream().map(ids).toArray();
        var call = person.call(endpoint.method().toUpperCase(), endpoint.path(), values);
        call = body instanceof byte[] picture ? call.bytes("image/png", picture) : call.body(body);
        if (!endpoint.reads()) {
            call.version(version);
        }
        if (unchecked) {
            call.withoutScope();
        }
        var told = Told.of(call.send());
        for (var value : values) {
            told = told.without(value.toString());
        }
        return told;
    }

    @Override
    public String toString() {
        return role + " at " + place.name();
    }
}
