package lianlin.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lianlin.demo.DemoOrganizations.Founded;
import lianlin.demo.DemoPeople.Everybody;
import lianlin.demo.Ground.Community;
import lianlin.identity.Accounts.Enrolled;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.time.WorkCalendar;
import lianlin.matter.menu.MenuHistory;
import lianlin.matter.menu.ServiceCategory;
import lianlin.matter.menu.ServiceChannel;
import lianlin.matter.menu.ServiceContent;
import lianlin.matter.menu.ServiceKind;
import lianlin.organization.OrganizationKind;
import lianlin.organization.OrganizationRef;
import lianlin.procedure.CaseHistory.Signature;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// Writes the menu of the demo: what teams offer in their communities, the street in the street, and the district
/// everywhere; most of it published, some waiting for review, some suspended (SRV-02).
@Component
@ConditionalOnProperty(name = "lianlin.demo", havingValue = "true")
class DemoMenu {
    /// What was offered when the orders were placed.
    record Offered(Id id, Area area, Offers what) {
        boolean serves(Area place, Titles wish) {
            return what.openings().isEmpty()
                    && area.contains(place)
                    && what.category().name().equals(wish.category())
                    && what.fits(wish.title());
        }
    }

    private static final List<ServiceChannel> ALL =
            List.of(ServiceChannel.WEB, ServiceChannel.APP, ServiceChannel.PHONE, ServiceChannel.ON_SITE);
    private static final int ITEMS = 60;

    private final MenuHistory history;
    private final WorkCalendar calendar;
    private final Clock clock;

    DemoMenu(MenuHistory history, WorkCalendar calendar, Clock clock) {
        this.history = history;
        this.calendar = calendar;
        this.clock = clock;
    }

    /// `stations` are the service centres by their places.
    List<Offered> write(Ground ground, Founded founded, Everybody everybody, Map<Area, Id> stations) {
        var plan = new Plan(ground, founded, everybody, stations, clock.instant());
        plan.district();
        plan.street();
        founded.teams().forEach(plan::community);
        var ids = history.write(plan.pasts);
        var offered = new ArrayList<Offered>();
        for (var i = 0; i < ids.size(); i++) {
            var past = plan.pasts.get(i);
            if (past.events().size() == 2) {
                offered.add(new Offered(ids.get(i), past.content().area(), plan.offers.get(i)));
            }
        }
        return offered;
    }

    private final class Plan {
        private final Ground ground;
        private final Founded founded;
        private final Everybody everybody;
        private final Map<Area, Id> stations;
        private final Instant now;
        private final Dice dice = new Dice("menu");
        private final List<MenuHistory.Past> pasts = new ArrayList<>();
        private final List<Offers> offers = new ArrayList<>();

        Plan(Ground ground, Founded founded, Everybody everybody, Map<Area, Id> stations, Instant now) {
            this.ground = ground;
            this.founded = founded;
            this.everybody = everybody;
            this.stations = stations;
            this.now = now;
        }

        /// The district's own: health and learning, by the committees of the departments.
        void district() {
            var writer = signature(everybody.writer());
            var reviewer = signature(everybody.of(Cast.DISTRICT));
            var departments = founded.refs().stream()
                    .filter(one -> one.kind() == OrganizationKind.WORKING_COMMITTEE
                            && one.area().equals(ground.county()))
                    .toList();
            of(ServiceCategory.HEALTH, ServiceCategory.STUDY)
                    .forEach(offer -> add(
                            offer,
                            ground.county(),
                            departments.get(
                                    offer.category() == ServiceCategory.HEALTH
                                            ? departments.size() - 1
                                            : Math.min(1, departments.size() - 1)),
                            writer,
                            reviewer,
                            "PUBLISHED"));
        }

        /// The street of the stage: agency by the street itself, and what social organizations do for a low fee.
        void street() {
            var street = ground.stage().street().area();
            var writer = signature(everybody.of(Cast.STREET));
            var reviewer = signature(everybody.of(Cast.DISTRICT));
            var party = founded.refs().stream()
                    .filter(one -> one.area().equals(street) && one.kind().party())
                    .findFirst()
                    .orElseThrow();
            of(ServiceCategory.AGENCY).forEach(offer -> add(offer, street, party, writer, reviewer, "PUBLISHED"));
            var societies = founded.refs().stream()
                    .filter(one -> one.kind() == OrganizationKind.SOCIAL_ORGANIZATION && street.contains(one.area()))
                    .toList();
            for (var i = 0; i < Math.min(societies.size(), Offers.PAID.size()); i++) {
                add(Offers.PAID.get(i), street, societies.get(i), writer, reviewer, i == 2 ? "REVIEWED" : "PUBLISHED");
            }
        }

        /// What the teams of a community are good at; on the stage everything, and also what is not published yet.
        void community(Community home, List<OrganizationRef> teams) {
            var stage = home.equals(ground.stage());
            var clerk = signature(Objects.requireNonNull(everybody.clerks().get(home)));
            var reviewer = signature(everybody.of(stage ? Cast.SECRETARY : Cast.DISTRICT));
            for (var team : teams) {
                for (var offer : Offers.FREE) {
                    if (team.name()
                                    .contains(OrganizationPlan.trade(
                                            offer.category().name()))
                            && (stage || pasts.size() < ITEMS && dice.in100(60))) {
                        add(offer, home.area(), team, clerk, reviewer, stage ? "PUBLISHED" : state());
                    }
                }
            }
            if (stage) {
                var states = List.of("DRAFT", "REVIEWED", "SUSPENDED").iterator();
                of(ServiceCategory.OTHER)
                        .forEach(offer -> add(offer, home.area(), teams.getLast(), clerk, reviewer, states.next()));
            }
        }

        private String state() {
            return List.of("PUBLISHED", "DRAFT", "SUSPENDED", "REVIEWED").get(dice.weighted(82, 8, 6, 4));
        }

        private Stream<Offers> of(ServiceCategory... categories) {
            return Offers.FREE.stream().filter(offer -> List.of(categories).contains(offer.category()));
        }

        private void add(
                Offers offer, Area area, OrganizationRef provider, Signature author, Signature reviewer, String state) {
            var fresh = state.equals("DRAFT");
            var written = office(fresh ? dice.between(1, 6) : dice.between(240, 330));
            var events = new ArrayList<MenuHistory.Event>();
            if (!fresh) {
                var reviewed = later(written);
                events.add(new MenuHistory.Event("REVIEW", reviewed, reviewer, null));
                if (!state.equals("REVIEWED")) {
                    events.add(new MenuHistory.Event("PUBLISH", later(reviewed), reviewer, null));
                }
                if (state.equals("SUSPENDED")) {
                    events.add(new MenuHistory.Event(
                            "SUSPEND", office(dice.between(3, 12)), reviewer, "队伍这个月人手不够，下个月恢复。"));
                }
            }
            var station = stations.get(area);
            var content = new ServiceContent(
                    area,
                    provider.id(),
                    offer.category(),
                    kind(offer),
                    offer.title(),
                    offer.description(),
                    offer.audience(),
                    blankless(offer.conditions()),
                    offer.minutes(),
                    offer.cents(),
                    ALL,
                    offer.priority(),
                    station == null || offer.description().contains("上门") ? List.of() : List.of(station),
                    offer.openings());
            pasts.add(new MenuHistory.Past(content, provider.path(), author, written, events));
            offers.add(offer);
        }

        private Instant office(int days) {
            return office(Duration.ofDays(days));
        }

        private Instant office(Duration ago) {
            return Hours.OFFICE.atOrBefore(now.minus(ago), calendar, dice);
        }

        /// In office hours some days after, behind holidays where they lie between.
        private Instant later(Instant moment) {
            var days = dice.between(1, 4);
            Instant found;
            do {
                found = office(Duration.between(moment, now).minusDays(days++));
            } while (!found.isAfter(moment.plus(Duration.ofMinutes(30))));
            return found;
        }
    }

    private static ServiceKind kind(Offers offer) {
        if (!offer.openings().isEmpty()) {
            return ServiceKind.APPOINTMENT;
        }
        return offer.title().contains("探访") ? ServiceKind.CARE_PLAN : ServiceKind.ON_DEMAND;
    }

    private static @Nullable String blankless(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Signature signature(Enrolled one) {
        return new Signature(one.account(), one.post());
    }
}
