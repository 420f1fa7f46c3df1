package lianlin.messaging;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lianlin.identity.Acting;
import lianlin.identity.Actors;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Problem;
import lianlin.kernel.http.Words;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.journal.Happened;
import lianlin.kernel.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shows and changes whom a district tells of what and by which ways (MSG-01). What the product brings stays; a
/// district's
/// own row, a new version each time, stands before it.
@Service
class RuleDesk {
    static final String SUBJECT = "message-rule";
    static final int MOST_MINUTES = 10_080;

    /// One rule in words: when, whom, and the message as it would read. `own`: the district's version of it, 0 where
    /// the
    /// product's holds. Without a kind nobody is told.
    record RuleView(
            Id id,
            Labelled fact,
            @Nullable String state,
            Labelled tell,
            @Nullable Labelled permission,
            @Nullable Labelled kind,
            Labelled usual,
            String title,
            String text,
            int own) {}

    /// The ways of one kind of message: after how many minutes unread each is used, not at all without.
    record RouteView(Labelled kind, List<WayView> ways) {}

    /// `ready`: whether a provider is set up; `fixed`: cannot be switched off; `usual`: what the product has.
    record WayView(
            Labelled way,
            @Nullable Integer minutes,
            @Nullable Integer usual,
            boolean ready,
            boolean fixed) {}

    /// What one way is to be: not used without minutes.
    record NewWay(@NotNull Way way, @Nullable Integer minutes) {}

    /// A change of a rule or of the ways of a kind, the latest first.
    record Change(Id id, Instant at, @Nullable String who, String what) {}

    record MessageRuleChanged(Fact.Header header, String fact, String tell, String before, String after)
            implements Fact {}

    record MessageRouteChanged(Fact.Header header, String kind, String before, String after) implements Fact {}

    private final RuleStore rules;
    private final Texts texts;
    private final List<Channel> channels;
    private final Facts facts;
    private final Journal journal;
    private final Actors actors;
    private final Words words;
    private final Clock clock;

    RuleDesk(
            RuleStore rules,
            Texts texts,
            List<Channel> channels,
            Facts facts,
            Journal journal,
            Actors actors,
            Words words,
            Clock clock) {
        this.rules = rules;
        this.texts = texts;
        this.channels = channels;
        this.facts = facts;
        this.journal = journal;
        this.actors = actors;
        this.words = words;
        this.clock = clock;
    }

    List<RuleView> list(int district) {
        return rules.inForce(district).stream()
                .map(rule -> view(rule, district))
                .toList();
    }

    /// Tells by another kind of message, or nobody without one.
    @Transactional
    RuleView change(Acting acting, int district, Id id, @Nullable MessageKind kind) {
        rules.lock(district);
        var known = find(district, id);
        var own = rules.own(district, known).orElse(null);
        var before = own == null ? known.of(district, 0, rules.shipped(known.place())) : own;
        if (kind == before.kind()) {
            return view(known, district);
        }
        var after = before.of(district, before.version() + 1, kind);
        rules.add(List.of(after), List.of(), clock.instant());
        facts.publish(new MessageRuleChanged(
                acting.header(district, SUBJECT, id),
                after.fact(),
                after.tell().name(),
                name(before.kind()),
                name(kind)));
        return view(after, district);
    }

    List<RouteView> routes(int district) {
        var list = new ArrayList<RouteView>();
        for (var kind : MessageKind.values()) {
            list.add(route(kind, rules.routes(district, kind)));
        }
        return list;
    }

    /// Other minutes for some ways of a kind.
    @Transactional
    RouteView change(Acting acting, int district, MessageKind kind, List<NewWay> wanted) {
        rules.lock(district);
        var before = new EnumMap<Way, Integer>(Way.class);
        before.putAll(rules.routes(RuleStore.SHIPPED, kind));
        for (var way : Way.values()) {
            rules.own(district, kind, way).ifPresent(route -> set(before, way, route.minutes()));
        }
        var after = new EnumMap<>(before);
        var changed = new ArrayList<Route>();
        for (var each : wanted) {
            var minutes = each.minutes();
            if (each.way() == Way.IN_APP) {
                throw Problem.refused("route.inbox");
            }
            if (minutes != null && (minutes < 0 || minutes > MOST_MINUTES)) {
                throw Problem.invalid("minutes", "route.minutes", MOST_MINUTES);
            }
            if (!Objects.equals(minutes, before.get(each.way()))) {
                var version = rules.own(district, kind, each.way())
                                .map(Route::version)
                                .orElse(0)
                        + 1;
                changed.add(new Route(district, kind, each.way(), version, minutes));
                set(after, each.way(), minutes);
            }
        }
        if (!changed.isEmpty()) {
            rules.add(List.of(), changed, clock.instant());
            facts.publish(new MessageRouteChanged(
                    acting.header(district, SUBJECT, id(kind.name())), kind.name(), text(before), text(after)));
        }
        return route(kind, after);
    }

    private static void set(Map<Way, Integer> ways, Way way, @Nullable Integer minutes) {
        ways.remove(way);
        if (minutes != null) {
            ways.put(way, minutes);
        }
    }

    List<Change> history(int district, Id id) {
        var rows = journal.timeline(district, id).reversed();
        var names = actors.accountNames(Happened.actors(rows));
        return rows.stream()
                .map(row ->
                        new Change(row.id(), row.at(), row.actor() == null ? null : names.get(row.actor()), what(row)))
                .toList();
    }

    private String what(Happened row) {
        var before = row.text("before");
        var after = row.text("after");
        return row.kind().equals("message-rule-changed")
                ? word(before) + " → " + word(after)
                : spelt(before) + " → " + spelt(after);
    }

    private String word(@Nullable String kind) {
        return words.of("MessageKind", kind == null || kind.isEmpty() ? "NONE" : kind)
                .label();
    }

    /// `SMS=1440 WEB_PUSH=0` in words.
    private String spelt(@Nullable String ways) {
        var parts = new ArrayList<String>();
        for (var each : (ways == null ? "" : ways).split(" ")) {
            var cut = each.indexOf('=');
            if (cut > 0) {
                parts.add(words.of("Way", each.substring(0, cut)).label() + " " + each.substring(cut + 1) + " min");
            }
        }
        return String.join(", ", parts);
    }

    private static String text(Map<Way, Integer> ways) {
        var parts = new ArrayList<String>();
        ways.forEach((way, minutes) -> parts.add(way + "=" + minutes));
        return String.join(" ", parts);
    }

    private RouteView route(MessageKind kind, Map<Way, Integer> now) {
        var usual = rules.routes(RuleStore.SHIPPED, kind);
        var ways = new ArrayList<WayView>();
        for (var way : List.of(Way.IN_APP, Way.WEB_PUSH, Way.SMS)) {
            var ready =
                    way == Way.IN_APP || channels.stream().anyMatch(channel -> channel.way() == way && channel.ready());
            ways.add(new WayView(words.of("Way", way.name()), now.get(way), usual.get(way), ready, way == Way.IN_APP));
        }
        return new RouteView(words.of("MessageKind", kind.name()), ways);
    }

    private Rule find(int district, Id id) {
        return rules.inForce(district).stream()
                .filter(rule -> id(rule).equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.absent("message-rule", id));
    }

    private RuleView view(Rule rule, int district) {
        var said = rule.said().stream().map(name -> sample(name)).toList();
        var permission = rule.permission();
        var kind = rule.kind();
        var usual = rules.shipped(rule.place());
        return new RuleView(
                id(rule),
                words.of("journal", rule.fact()),
                rule.state().isEmpty()
                        ? null
                        : words.of("rule-state", rule.state()).label(),
                words.of("Rule.Tell", rule.tell().name()),
                permission == null ? null : words.of("permission", permission),
                kind == null ? null : words.of("MessageKind", kind.name()),
                words.of("MessageKind", name(usual).isEmpty() ? "NONE" : name(usual)),
                texts.title(rule.text(), said),
                texts.text(rule.text(), said),
                rule.jurisdiction() == district ? rule.version() : 0);
    }

    /// What fills the sentence in a preview.
    private String sample(String name) {
        return words.of("said", name).label();
    }

    private static String name(@Nullable MessageKind kind) {
        return kind == null ? "" : kind.name();
    }

    private static Id id(Rule rule) {
        return id(rule.fact() + '/' + rule.tell() + '/' + rule.state());
    }

    /// The id of a rule in the journal and in paths, made from what it is about.
    static Id id(String text) {
        var hash = 1125899906842597L;
        for (var i = 0; i < text.length(); i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return new Id(hash & 0x7fff_ffff_ffffL);
    }
}
