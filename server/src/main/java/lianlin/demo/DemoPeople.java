package lianlin.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import lianlin.demo.DemoOrganizations.Founded;
import lianlin.demo.Ground.Community;
import lianlin.identity.Accounts;
import lianlin.identity.Accounts.Enrolled;
import lianlin.identity.Accounts.Newcomer;
import lianlin.identity.Accounts.Seat;
import lianlin.kernel.Id;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.organization.OrganizationRef;
import lianlin.organization.Teams;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Gives accounts and posts to those who act in the demo: the cast, who can sign in, and behind them a clerk
/// in every community, a leader for every team and some residents, who have no password and stand in
/// timelines only.
@Component
@ConditionalOnProperty(name = "lianlin.demo", havingValue = "true")
class DemoPeople {
    /// A resident with his name and phone.
    record Resident(Enrolled account, PersonName name, PhoneNumber phone) {}

    /// Everybody who acts; the `writer` is a clerk of the district who has no name at the door.
    record Everybody(
            Map<Cast, Enrolled> cast,
            Map<Community, Enrolled> clerks,
            Map<Id, Enrolled> leaders,
            Map<Community, List<Resident>> residents,
            Enrolled writer,
            int accounts) {
        Enrolled of(Cast one) {
            return Objects.requireNonNull(cast.get(one));
        }
    }

    private static final int RESIDENTS_ON_STAGE = 12;
    private static final int FIRST_RESIDENT_PHONE = 990_000;

    private final Accounts accounts;
    private final Teams teams;

    DemoPeople(Accounts accounts, Teams teams) {
        this.accounts = accounts;
        this.teams = teams;
    }

    Everybody enrol(Ground ground, Founded founded, DemoSize size, LocalDate today) {
        var invented = new Invented(new Dice("people"), FIRST_RESIDENT_PHONE);
        var since = today.minusYears(1);
        var homes = founded.teams();
        var crowd = new Crowd(ground.jurisdiction());
        Cast.all().forEach(one -> crowd.add(newcomer(one, ground, founded)));
        homes.keySet().forEach(home -> {
            if (!home.equals(ground.stage())) {
                crowd.add(invented.name().reveal(), new Seat("COMMUNITY_CLERK", home.area(), null), null);
            }
        });
        var led = new ArrayList<OrganizationRef>();
        homes.forEach((home, all) -> led.addAll(home.equals(ground.stage()) ? all.subList(2, all.size()) : all));
        led.forEach(team -> crowd.add(invented.name().reveal(), new Seat("TEAM_LEADER", team.area(), team.id()), null));
        var residents = new LinkedHashMap<Community, List<Newcomer>>();
        homes.keySet().forEach(home -> {
            var many = home.equals(ground.stage()) ? RESIDENTS_ON_STAGE : Math.max(2, size.orders() / homes.size() / 3);
            for (var i = 0; i < many; i++) {
                residents
                        .computeIfAbsent(home, key -> new ArrayList<>())
                        .add(crowd.add(
                                invented.name().reveal(), new Seat("RESIDENT", home.area(), null), invented.phone()));
            }
        });
        crowd.add(invented.name().reveal(), new Seat("DISTRICT_CLERK", ground.county(), null), null);
        var enrolled = accounts.enrol(Cast.PASSWORD, since, crowd.newcomers).iterator();
        var cast = new LinkedHashMap<Cast, Enrolled>();
        Cast.all().forEach(one -> cast.put(one, enrolled.next()));
        var clerks = new HashMap<Community, Enrolled>();
        homes.keySet()
                .forEach(home -> clerks.put(
                        home,
                        home.equals(ground.stage()) ? Objects.requireNonNull(cast.get(Cast.CLERK)) : enrolled.next()));
        var leaders = new HashMap<Id, Enrolled>();
        led.forEach(team -> leaders.put(team.id(), enrolled.next()));
        var staged = homes.getOrDefault(ground.stage(), List.of());
        leaders.put(staged.get(0).id(), Objects.requireNonNull(cast.get(Cast.FIRST_TEAM)));
        leaders.put(staged.get(1).id(), Objects.requireNonNull(cast.get(Cast.SECOND_TEAM)));
        var settled = new LinkedHashMap<Community, List<Resident>>();
        residents.forEach((home, all) -> settled.put(
                home,
                all.stream()
                        .map(one -> new Resident(
                                enrolled.next(), new PersonName(one.name()), Objects.requireNonNull(one.phone())))
                        .toList()));
        var everybody = new Everybody(cast, clerks, leaders, settled, enrolled.next(), crowd.newcomers.size());
        volunteers(ground, homes, everybody, size, since, invented);
        return everybody;
    }

    /// The accounts that are asked for, in their order.
    private static final class Crowd {
        private final int jurisdiction;
        private final List<Newcomer> newcomers = new ArrayList<>();

        Crowd(int jurisdiction) {
            this.jurisdiction = jurisdiction;
        }

        void add(Newcomer newcomer) {
            newcomers.add(newcomer);
        }

        Newcomer add(String name, Seat seat, @Nullable PhoneNumber phone) {
            var newcomer = new Newcomer(jurisdiction, name, null, phone, false, List.of(seat));
            newcomers.add(newcomer);
            return newcomer;
        }
    }

    private static Newcomer newcomer(Cast one, Ground ground, Founded founded) {
        var stage = ground.stage();
        var staged = founded.teams().getOrDefault(stage, List.of());
        var seat = switch (one.seat) {
            case COUNTY -> new Seat(one.role, ground.county(), null);
            case STREET -> new Seat(one.role, stage.street().area(), null);
            case COMMUNITY -> new Seat(one.role, stage.area(), null);
            case GRID -> new Seat(one.role, stage.area().grid(1), null);
            case BRANCH -> at(one, founded.branches().getFirst());
            case FIRST_TEAM -> at(one, staged.get(0));
            case SECOND_TEAM -> at(one, staged.get(1));
        };
        return new Newcomer(
                ground.jurisdiction(), one.called, one.login, Invented.loginPhone(one.phone()), true, List.of(seat));
    }

    private static Seat at(Cast one, OrganizationRef place) {
        return new Seat(one.role, place.area(), place.id());
    }

    private void volunteers(
            Ground ground,
            Map<Community, List<OrganizationRef>> homes,
            Everybody everybody,
            DemoSize size,
            LocalDate since,
            Invented invented) {
        var all = homes.values().stream().flatMap(List::stream).toList();
        var joining = new ArrayList<Teams.Newcomer>();
        for (var i = 0; i < all.size(); i++) {
            var team = all.get(i).id();
            var leader = Objects.requireNonNull(everybody.leaders().get(team));
            joining.add(new Teams.Newcomer(team, leader.account(), leader.name(), true));
            var share = size.volunteers() / all.size() + (i < size.volunteers() % all.size() ? 1 : 0);
            for (var j = 1; j < share; j++) {
                joining.add(new Teams.Newcomer(team, null, invented.name().reveal(), false));
            }
        }
        var volunteer = everybody.of(Cast.VOLUNTEER);
        joining.add(new Teams.Newcomer(all.getFirst().id(), volunteer.account(), volunteer.name(), false));
        teams.enlist(ground.jurisdiction(), joining, since, UnaryOperator.identity());
    }
}
