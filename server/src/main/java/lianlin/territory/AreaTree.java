package lianlin.territory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lianlin.kernel.Area;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The whole tree of places of a scope with a number at each. However large it is, it costs one statement for the
/// counties, where there are several, and one for all numbers.
@Component
class AreaTree {
    private static final int GRIDS_UP_TO = 3_000;

    /// One place; `count` is null where nothing is counted or the counters do not answer for the scope.
    record Branch(
            Area code, String name, String level, @Nullable Long count, List<Branch> children) {}

    private final Areas areas;
    private final AreaStore store;
    private final Tally tally;

    AreaTree(Areas areas, AreaStore store, Tally tally) {
        this.areas = areas;
        this.store = store;
        this.tally = tally;
    }

    /// `subject` is the kind of thing to count or null; `states` those that count, all where it is empty.
    List<Branch> grow(Scope scope, @Nullable String subject, Collection<String> states) {
        if (scope.reach() == Scope.Reach.SYSTEM) {
            return List.of();
        }
        var nodes = nodes(scope);
        var counts = counts(scope, subject, states, nodes);
        var children = new HashMap<Area, List<Branch>>();
        var tops = new ArrayList<Branch>();
        for (var node : nodes) {
            var below = new ArrayList<Branch>();
            children.put(node.code(), below);
            var branch = new Branch(
                    node.code(),
                    node.shortName(),
                    node.level(),
                    counts == null ? null : counts.getOrDefault(node.code(), 0L),
                    below);
            Objects.requireNonNullElse(children.get(node.parent()), tops).add(branch);
        }
        return tops;
    }

    /// What stands above comes before what is below; a city that is its own county has no place above it.
    private List<CountyPicture.Node> nodes(Scope scope) {
        var counties = scope.lo() == scope.hi() ? List.of(scope.area()) : store.counties(scope);
        var nodes = new ArrayList<CountyPicture.Node>();
        for (var county : counties) {
            var picture = areas.picture(county.county());
            if (picture != null) {
                nodes.addAll(picture.within(scope.lo() == scope.hi() ? scope.area() : county));
            }
        }
        if (nodes.size() >= GRIDS_UP_TO) {
            nodes.removeIf(node -> node.code().isGrid());
        }
        return nodes;
    }

    private @Nullable Map<Area, Long> counts(
            Scope scope, @Nullable String subject, Collection<String> states, List<CountyPicture.Node> nodes) {
        if (subject == null || scope.reach() != Scope.Reach.AREA) {
            return null;
        }
        var counts = new HashMap<Area, Long>();
        var places = nodes.stream().map(CountyPicture.Node::code).toList();
        tally.states(scope, subject, places)
                .forEach((place, amounts) -> counts.put(
                        place,
                        amounts.entrySet().stream()
                                .filter(amount -> states.isEmpty() || states.contains(amount.getKey()))
                                .mapToLong(Map.Entry::getValue)
                                .sum()));
        return counts;
    }
}
