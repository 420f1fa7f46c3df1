package lianlin.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import lianlin.demo.Ground.Community;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.time.WorkCalendar;
import lianlin.matter.order.OrderHistory;
import lianlin.matter.order.OrderHistory.Event;
import lianlin.procedure.CaseHistory.Signature;
import lianlin.procedure.Holder;
import org.jspecify.annotations.Nullable;

/// The orders of the last months: what was asked for, in which community, how it went.
final class OrderPlan {
    /// A team that takes orders, and how its leader signs.
    record Team(Holder holder, Signature leader) {}

    /// A resident who has an account.
    record Resident(PersonName name, PhoneNumber phone, Id account, Id person, Signature signature, boolean cast) {}

    /// Who does what in a community. `teams` are in the order of their trades.
    record Stage(
            Community community,
            int grids,
            Signature clerk,
            Id clerkAccount,
            List<Team> teams,
            List<Resident> residents) {
        /// Some orders say in which grid, most of them only in which community.
        Area area(Dice dice) {
            return grids == 0 || dice.in100(60)
                    ? community.area()
                    : community.area().grid(dice.between(1, grids));
        }
    }

    /// An order before it has moments and people: what stays the same from one day to the next.
    record Wanted(int stage, Titles title, Script script, int stars, boolean own, boolean stranger, boolean urgent) {}

    /// Those who can sign in keep some of the five open orders that SRV-07 allows.
    private static final int OPEN_OF_CAST = 2;

    private static final int OPEN_OF_OTHERS = 4;

    /// Fewer than the running numbers of cases before they begin again: more orders than these lie a year further back.
    private static final int A_YEAR = 900_000;

    private final int jurisdiction;
    private final List<Stage> stages;
    private final List<DemoMenu.Offered> offered;
    private final WorkCalendar calendar;
    private final Instant now;
    private int planned;
    private final Map<Id, Integer> open = new HashMap<>();
    private int given;
    private final Dice dice = new Dice("order details");
    private final Invented strangers = new Invented(new Dice("strangers"), 900_000);
    private final Said said = new Said(new Dice("notes"));

    OrderPlan(
            int jurisdiction, List<Stage> stages, List<DemoMenu.Offered> offered, WorkCalendar calendar, Instant now) {
        this.jurisdiction = jurisdiction;
        this.stages = stages;
        this.offered = offered;
        this.calendar = calendar;
        this.now = now;
    }

    /// The first of the communities is the one in which the demo plays; it has more orders than others.
    static List<Wanted> wanted(int communities, int orders) {
        var dice = new Dice("orders");
        var dispatched = new AtomicInteger();
        return dice.shuffled(Script.cast(orders)).stream()
                .map(script -> {
                    var stars = script.low() ? dice.between(1, 2) : 3 + dice.weighted(7, 31, 62);
                    var own = dice.in100(62);
                    return new Wanted(
                            dice.in100(16) || waiting(script) && dispatched.getAndIncrement() % 3 == 0
                                    ? 0
                                    : dice.between(0, communities - 1),
                            dice.of(Titles.ALL),
                            script,
                            script.rated() ? stars : 0,
                            own,
                            !own && !script.rated() && dice.in100(60),
                            dice.in100(6));
                })
                .toList();
    }

    /// The orders of the year before: most of those who called or came have no account.
    static List<Wanted> wantedBefore(int communities, int orders) {
        var dice = new Dice("orders before");
        return dice.shuffled(Script.ended(orders)).stream()
                .map(script -> {
                    var stars = script.low() ? dice.between(1, 2) : 3 + dice.weighted(8, 33, 59);
                    var own = dice.in100(22);
                    return new Wanted(
                            dice.in100(3) ? 0 : dice.between(0, communities - 1),
                            dice.of(Titles.ALL),
                            script,
                            script.rated() ? stars : 0,
                            own,
                            !own,
                            dice.in100(5));
                })
                .toList();
    }

    /// The orders of the last months and those before.
    Stream<OrderHistory.Past> orders(int many, int before) {
        // those who wait for their rating come first, so that everybody who can sign in has one to give
        var recent = wanted(stages.size(), many).stream()
                .sorted(Comparator.comparing(wanted -> !wanted.script().waitsForRating()));
        return Stream.concat(recent, wantedBefore(stages.size(), before).stream())
                .map(wanted -> order(wanted, stages.get(wanted.stage()), dice.apart()));
    }

    private OrderHistory.Past order(Wanted wanted, Stage stage, Dice dice) {
        var resident = wanted.stranger()
                ? null
                : resident(stage, wanted.script().open() && !wanted.script().rated(), dice);
        var own = wanted.own() && resident != null;
        var times = moments().of(wanted.script(), own ? Hours.HOME : Hours.OFFICE, dice);
        var placed = own && resident != null ? resident.signature() : stage.clerk();
        var channel = own ? (dice.in100(80) ? "APP" : "WEB") : dice.in100(70) ? "PHONE" : "ON_SITE";
        var appointed = dice.in100(25);
        var item = item(wanted, stage, dice);
        return new OrderHistory.Past(
                jurisdiction,
                stage.area(dice),
                wanted.title().title(),
                wanted.title().detail(),
                item == null ? null : item.id(),
                wanted.title().category(),
                item == null && appointed ? "APPOINTMENT" : "ON_DEMAND",
                channel,
                wanted.urgent(),
                appointed ? day(times[0]).plusDays(dice.between(1, 5)) : null,
                dice.in100(85) ? 1 : 2,
                resident == null ? strangers.name() : resident.name(),
                resident == null ? strangers.phone() : resident.phone(),
                strangers.address(stage.community().name()),
                own ? null : channel.equals("PHONE") ? "VOICE" : "PRESENT",
                resident == null ? null : resident.person(),
                own && resident != null ? resident.account() : stage.clerkAccount(),
                placed,
                "%06d".formatted(dice.between(0, 999_999)),
                times[0],
                events(wanted, stage, resident, times, dice));
    }

    private Moments moments() {
        return new Moments(calendar, now.minus(Duration.ofDays(365L * (planned++ / A_YEAR))));
    }

    /// Most people who ask for what stands on the menu order it from there.
    private DemoMenu.@Nullable Offered item(Wanted wanted, Stage stage, Dice dice) {
        return offered.stream()
                .filter(each -> each.serves(stage.community().area(), wanted.title()))
                .max(Comparator.comparing(DemoMenu.Offered::area))
                .filter(each -> dice.in100(85))
                .orElse(null);
    }

    private List<Event> events(Wanted wanted, Stage stage, @Nullable Resident resident, Instant[] times, Dice dice) {
        var events = new ArrayList<Event>();
        var actions = wanted.script().actions();
        var holding = wanted.stage() == 0 && waiting(wanted.script())
                ? stage.teams().get(given++ % 2)
                : team(stage, wanted.title(), dice);
        for (var i = 0; i < actions.size(); i++) {
            var action = actions.get(i);
            var next = other(stage, holding);
            var dispatches = action.equals("dispatch");
            if (dispatches && actions.subList(0, i).contains("dispatch")) {
                holding = next;
                next = other(stage, holding);
            }
            var by = switch (action) {
                case "accept", "refuse", "start", "complete", "give-back" -> holding.leader();
                case "pass-on", "close", "leave-unrated" -> Signature.PLATFORM;
                case "rate" -> resident == null ? stage.clerk() : resident.signature();
                case "supplement", "cancel" -> resident == null ? stage.clerk() : resident.signature();
                default -> stage.clerk();
            };
            events.add(new Event(
                    action,
                    times[i + 1],
                    by,
                    dispatches ? holding.holder() : null,
                    dispatches ? next.holder() : null,
                    said.form(action, wanted, minutes(times, i))));
            if (action.equals("refuse") || action.equals("pass-on")) {
                holding = next;
            }
        }
        return events;
    }

    /// Whether a team has been asked and has not answered.
    private static boolean waiting(Script script) {
        return script.actions().equals(List.of("dispatch"));
    }

    /// How long the service took, from its beginning to its end.
    private static int minutes(Instant[] times, int at) {
        return (int) Math.clamp(Duration.between(times[at], times[at + 1]).toMinutes(), 15, 240);
    }

    /// The team whose trade it is, else any.
    private static Team team(Stage stage, Titles title, Dice dice) {
        var trade = OrganizationPlan.trade(title.category());
        return stage.teams().stream()
                .filter(team -> team.holder().name().contains(trade))
                .findFirst()
                .orElseGet(() -> dice.of(stage.teams()));
    }

    private static Team other(Stage stage, Team team) {
        var at = stage.teams().indexOf(team);
        return stage.teams().get((at + 1) % stage.teams().size());
    }

    /// Somebody of the community who has not too many open orders yet (SRV-07).
    private @Nullable Resident resident(Stage stage, boolean opens, Dice dice) {
        var mixed = dice.shuffled(stage.residents());
        if (!opens) {
            return mixed.getFirst();
        }
        var found = mixed.stream()
                .filter(one -> many(one) < (one.cast() ? OPEN_OF_CAST : OPEN_OF_OTHERS))
                .min(Comparator.comparing((Resident one) -> !one.cast()).thenComparing(this::many));
        found.ifPresent(one -> open.merge(one.person(), 1, Integer::sum));
        return found.orElse(null);
    }

    private int many(Resident one) {
        return open.getOrDefault(one.person(), 0);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, WorkCalendar.ZONE);
    }
}
