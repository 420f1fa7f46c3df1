package lianlin.matter.menu;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianlin.identity.Acting;
import lianlin.identity.Actors;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Named;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Scope;
import lianlin.kernel.http.Words;
import lianlin.kernel.journal.Happened;
import lianlin.kernel.journal.Journal;
import lianlin.kernel.journal.Tally;
import lianlin.organization.Organizations;
import lianlin.procedure.CaseView;
import lianlin.territory.Areas;
import lianlin.territory.ServicePlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Items of the menu as people read them: lists, one item, what happened to it, how often it was given.
@Component
class ServiceItems {
    /// The usual way of an item.
    private static final List<ServiceItem.State> WAY =
            List.of(ServiceItem.State.DRAFT, ServiceItem.State.REVIEWED, ServiceItem.State.PUBLISHED);

    private static final Duration LATELY = Duration.ofDays(183);

    private final ServiceItemStore store;
    private final Organizations organizations;
    private final ServicePlaces places;
    private final Areas areas;
    private final Journal journal;
    private final Tally tally;
    private final Actors actors;
    private final Words words;
    private final Clock clock;

    ServiceItems(
            ServiceItemStore store,
            Organizations organizations,
            ServicePlaces places,
            Areas areas,
            Journal journal,
            Tally tally,
            Actors actors,
            Words words,
            Clock clock) {
        this.store = store;
        this.organizations = organizations;
        this.places = places;
        this.areas = areas;
        this.journal = journal;
        this.tally = tally;
        this.actors = actors;
        this.words = words;
        this.clock = clock;
    }

    Page<ServiceItemView.Line> list(Acting acting, ServiceItemStore.Filter filter, Paging paging) {
        var page = store.list(acting.scope(), filter, paging);
        var names = providers(page.items());
        var done = done(page.items());
        var lines = page.map(item -> line(item, names, done.getOrDefault(item.id(), ServiceItemStore.Done.NOTHING)));
        var total = paging.after() == null ? total(acting.scope(), filter) : null;
        return total == null ? lines : lines.of(total);
    }

    /// Exact from the counters where only place and state ask; else counted, null above a bound.
    private @Nullable Long total(Scope scope, ServiceItemStore.Filter filter) {
        if (!filter.asksForStateOnly()) {
            return store.count(scope, filter);
        }
        var states = states(scope, filter.area());
        return filter.state() == null
                ? states.values().stream().mapToLong(Long::longValue).sum()
                : states.getOrDefault(filter.state().name(), 0L);
    }

    /// How many items stand in each state at or below a place.
    Map<String, Long> states(Scope scope, @Nullable Area area) {
        return tally.states(scope.at(area), ServiceItemFacts.SUBJECT);
    }

    private ServiceItemView.Line line(ServiceItem item, Map<Id, String> names, ServiceItemStore.Done done) {
        var content = item.content();
        return new ServiceItemView.Line(
                item.id(),
                content.title(),
                words.of(ServiceCategory.WORDS, content.category().name()),
                provider(content, names),
                areas.path(content.area()),
                content.priceCents(),
                content.minutes(),
                state(item.state()),
                item.edited(),
                done.served(),
                done.rating(),
                item.version());
    }

    ServiceItemView view(Acting acting, Id id) {
        return view(acting, store.get(acting.scope(), id));
    }

    ServiceItemView view(Acting acting, ServiceItem item) {
        var author = actors.accountNames(List.of(item.author())).get(item.author());
        return new ServiceItemView(
                item.id(),
                shown(item),
                state(item.state()),
                item.content().area(),
                author,
                item.edited(),
                item.writtenBy(acting.account()),
                acting.may("item.edit") && item.state() == ServiceItem.State.DRAFT,
                offered(acting, item),
                steps(item),
                item.version());
    }

    private List<ServiceItemView.Offered> offered(Acting acting, ServiceItem item) {
        return Arrays.stream(ServiceItem.Step.values())
                .filter(step -> step.from == item.state() && acting.may(step.permission))
                .filter(step -> step != ServiceItem.Step.REVIEW || !item.writtenBy(acting.account()))
                .map(step -> new ServiceItemView.Offered(
                        step, words.of("ServiceItem.Step", step.name()).label(), tone(step), step.says))
                .toList();
    }

    private static String tone(ServiceItem.Step step) {
        return switch (step) {
            case REVIEW, PUBLISH, RESUME -> "sign";
            case RETURN, REWORK -> "plain";
            case SUSPEND -> "danger";
        };
    }

    /// What happened to an item, where it stands, and what is still to come until people read it.
    private List<CaseView.Passed> steps(ServiceItem item) {
        var rows = journal.timeline(item.jurisdiction(), item.id());
        var names = actors.accountNames(ids(rows.stream().map(Happened::actor)));
        var posts = actors.postLabels(ids(rows.stream().map(Happened::post)));
        var steps = new ArrayList<CaseView.Passed>();
        for (var row : rows) {
            var action = Objects.requireNonNullElse(row.text("action"), "");
            steps.add(new CaseView.Passed(
                    row.at(),
                    action,
                    words.of("service-item.done", action).label(),
                    row.actor() == null ? null : names.get(row.actor()),
                    row.post() == null ? null : posts.get(row.post()),
                    row.text("note"),
                    Set.of("return", "suspend").contains(action) ? "warn" : "past"));
        }
        for (var ahead : WAY.subList(WAY.indexOf(item.state()) + 1, WAY.size())) {
            if (item.state() != ServiceItem.State.SUSPENDED) {
                steps.add(new CaseView.Passed(
                        null,
                        ahead.name(),
                        words.of("service-item.to-come", ahead.name()).label(),
                        null,
                        null,
                        null,
                        WAY.indexOf(ahead) == WAY.indexOf(item.state()) + 1 ? "now" : "next"));
            }
        }
        return steps;
    }

    private static Set<Id> ids(Stream<? extends @Nullable Id> found) {
        return found.filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /// An item as everybody reads it.
    MenuItem shown(ServiceItem item) {
        var content = item.content();
        var done = done(List.of(item)).getOrDefault(item.id(), ServiceItemStore.Done.NOTHING);
        return new MenuItem(
                item.id(),
                content.title(),
                content.description(),
                words.of(ServiceCategory.WORDS, content.category().name()),
                labelled(content.kind()),
                provider(content, providers(List.of(item))),
                content.area(),
                areas.path(content.area()),
                content.audience(),
                content.conditions(),
                content.minutes(),
                content.priceCents(),
                content.channels().stream().map(this::labelled).toList(),
                content.priority().stream().map(this::labelled).toList(),
                places.find(Scope.jurisdiction(item.jurisdiction()), content.stations()).values().stream()
                        .map(spot -> new MenuItem.Station(spot.id(), spot.name(), spot.address(), spot.hours()))
                        .toList(),
                content.openings(),
                done.served(),
                done.rating());
    }

    /// Items as cards of the menu.
    List<MenuItem.Card> cards(List<ServiceItem> items) {
        var names = providers(items);
        var done = done(items);
        return items.stream()
                .map(item -> card(item, names, done.getOrDefault(item.id(), ServiceItemStore.Done.NOTHING)))
                .toList();
    }

    private MenuItem.Card card(ServiceItem item, Map<Id, String> names, ServiceItemStore.Done done) {
        var content = item.content();
        return new MenuItem.Card(
                item.id(),
                content.title(),
                content.description(),
                words.of(ServiceCategory.WORDS, content.category().name()),
                labelled(content.kind()),
                provider(content, names),
                content.area(),
                areas.path(content.area()),
                content.audience(),
                content.minutes(),
                content.priceCents(),
                content.channels().stream().map(this::labelled).toList(),
                content.priority().stream().map(this::labelled).toList(),
                done.served(),
                done.rating());
    }

    private Map<Id, String> providers(List<ServiceItem> items) {
        return organizations.names(
                items.stream().map(item -> item.content().provider()).collect(Collectors.toSet()));
    }

    private Map<Id, ServiceItemStore.Done> done(List<ServiceItem> items) {
        return store.done(items, clock.instant().minus(LATELY));
    }

    private static Named provider(ServiceContent content, Map<Id, String> names) {
        return new Named(content.provider(), names.getOrDefault(content.provider(), ""));
    }

    Labelled state(ServiceItem.State state) {
        var tone = switch (state) {
            case DRAFT -> "wait";
            case REVIEWED -> "run";
            case PUBLISHED -> "ok";
            case SUSPENDED -> "off";
        };
        return new Labelled(state.name(), labelled(state).label(), tone);
    }

    private Labelled labelled(Enum<?> code) {
        return Objects.requireNonNull(words.label(code));
    }
}
