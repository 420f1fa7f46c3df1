package lianlin.matter.order;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.http.Sentences;
import lianlin.kernel.http.Words;
import lianlin.matter.menu.ServiceMenu;
import lianlin.organization.OrganizationStatus;
import lianlin.organization.Organizations;
import lianlin.organization.Teams;
import lianlin.procedure.Case;
import lianlin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Suggests teams for an order: those of its street, the likeliest first, each with the reasons why (SRV-01).
@Component
class Takers {
    /// A team that could take the order: its load and how it did in the last 30 days.
    record Taker(
            Id id,
            String name,
            String placeName,
            int members,
            List<String> reasons,
            int open,
            int month,
            @Nullable Double rating) {}

    private record Judged(Teams.Known team, boolean offers, boolean skilled, boolean here, OrderStore.Done done) {}

    private static final Duration LATELY = Duration.ofDays(30);
    private static final OrderStore.Done NOTHING = new OrderStore.Done(0, 0, 0, 0);
    private static final int MOST = 100;
    private static final int SHOWN = 8;

    private final Teams teams;
    private final Organizations organizations;
    private final Areas areas;
    private final ServiceMenu menu;
    private final OrderStore orders;
    private final Words words;
    private final Sentences sentences;
    private final Clock clock;

    Takers(
            Teams teams,
            Organizations organizations,
            Areas areas,
            ServiceMenu menu,
            OrderStore orders,
            Words words,
            Sentences sentences,
            Clock clock) {
        this.teams = teams;
        this.organizations = organizations;
        this.areas = areas;
        this.menu = menu;
        this.orders = orders;
        this.words = words;
        this.sentences = sentences;
        this.clock = clock;
    }

    List<Taker> of(Case thing) {
        var community = thing.area().community();
        var provider = provider(thing);
        var near = new ArrayList<>(teams.near(Scope.jurisdiction(thing.jurisdiction()), community.parent(), MOST));
        if (provider != null && near.stream().noneMatch(team -> team.id().equals(provider.id()))) {
            near.add(provider);
        }
        var records = orders.records(
                thing.jurisdiction(),
                near.stream().map(Teams.Known::id).toList(),
                clock.instant().minus(LATELY));
        var wanted = thing.topic() == null ? "" : words.chinese(OrderDesk.PROCEDURE + ".topic", thing.topic());
        return near.stream()
                .map(team -> new Judged(
                        team,
                        provider != null && provider.id().equals(team.id()),
                        team.skills().stream().anyMatch(skill -> alike(skill, wanted)),
                        community.contains(team.area().code()),
                        records.getOrDefault(team.id(), NOTHING)))
                .sorted(Comparator.comparing(Judged::offers)
                        .thenComparing(Judged::skilled)
                        .thenComparing(Judged::here)
                        .reversed()
                        .thenComparing(judged -> judged.done().open()))
                .limit(SHOWN)
                .map(this::taker)
                .toList();
    }

    /// Who offers what the order was placed from (SRV-02), while the organization works.
    private Teams.@Nullable Known provider(Case thing) {
        var item = orders.get(thing.jurisdiction(), thing.id()).item();
        if (item == null) {
            return null;
        }
        return menu.find(thing.jurisdiction(), item)
                .map(offer -> organizations.find(List.of(offer.provider())).get(offer.provider()))
                .filter(known -> known.status() == OrganizationStatus.ACTIVE)
                .map(known -> new Teams.Known(known.id(), known.name(), areas.place(known.area()), 0, List.of()))
                .orElse(null);
    }

    private Taker taker(Judged judged) {
        var team = judged.team();
        var done = judged.done();
        var reasons = new ArrayList<String>();
        if (judged.offers()) {
            reasons.add(sentences.of("taker.offers"));
        }
        if (judged.skilled()) {
            reasons.add(sentences.of("taker.skill", String.join("、", team.skills())));
        }
        if (judged.here()) {
            reasons.add(sentences.of("taker.here"));
        }
        if (done.open() == 0) {
            reasons.add(sentences.of("taker.free"));
        }
        return new Taker(
                team.id(),
                team.name(),
                team.area().path(),
                team.members(),
                reasons,
                done.open(),
                done.month(),
                done.rated() == 0 ? null : Math.round(done.mean() * 10) / 10.0);
    }

    /// Whether what a team is good at and what is wanted share two characters in a row: 水电维修 and 便民维修.
    private static boolean alike(String skill, String wanted) {
        return IntStream.range(0, skill.length() - 1).anyMatch(at -> wanted.contains(skill.substring(at, at + 2)));
    }
}
