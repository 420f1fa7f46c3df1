package lianlin.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Named;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Scope;
import lianlin.kernel.http.Words;
import lianlin.kernel.journal.Tally;
import lianlin.territory.Areas;
import lianlin.territory.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What is shown of organizations: rows of the store with the names around them and the numbers of the
/// counters, in a number of statements that does not grow with the rows.
@Component
class OrganizationReads {
    record Line(
            Id id,
            String name,
            @Nullable String shortName,
            Labelled kind,
            @Nullable Named parent,
            Place area,
            @Nullable String secretary,
            long members,
            Labelled status,
            int depth,
            int children) {}

    /// One organization of one level of the tree.
    record Branch(Id id, String name, @Nullable String shortName, Labelled kind, int children, long members) {}

    private final OrganizationStore store;
    private final OrganizationLists lists;
    private final OrganizationReferences references;
    private final RelationStore relations;
    private final Areas areas;
    private final Tally tally;
    private final Thresholds thresholds;
    private final Words words;
    private final Clock clock;

    OrganizationReads(
            OrganizationStore store,
            OrganizationLists lists,
            OrganizationReferences references,
            RelationStore relations,
            Areas areas,
            Tally tally,
            Thresholds thresholds,
            Words words,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.references = references;
        this.relations = relations;
        this.areas = areas;
        this.tally = tally;
        this.thresholds = thresholds;
        this.words = words;
        this.clock = clock;
    }

    Page<Line> list(Scope scope, OrganizationLists.Filter filter, @Nullable OrganizationOrder order, Paging paging) {
        var page = lists.list(scope, filter, order, paging);
        var members = members(scope, page.items());
        var parents = references.all(page.items().stream()
                .map(OrganizationLists.Line::parent)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        var lines = page.map(line -> new Line(
                line.id(),
                line.name(),
                line.shortName(),
                Objects.requireNonNull(words.label(line.kind())),
                parent(line.parent(), parents),
                areas.place(line.area()),
                line.secretary(),
                members.getOrDefault(line.path(), 0L),
                Objects.requireNonNull(words.label(line.status())),
                Paths.depth(line.path()),
                line.children()));
        var total = total(scope, filter);
        return total == null ? lines : lines.of(total);
    }

    List<Branch> level(Scope scope, @Nullable Id parent) {
        var lines = lists.level(scope, parent);
        var members = members(scope, lines);
        return lines.stream()
                .map(line -> new Branch(
                        line.id(),
                        line.name(),
                        line.shortName(),
                        Objects.requireNonNull(words.label(line.kind())),
                        line.children(),
                        members.getOrDefault(line.path(), 0L)))
                .toList();
    }

    Organization get(Scope scope, Id id) {
        var row = store.get(scope, id);
        var profile = row.profile();
        var above = references.above(row.jurisdiction(), row.path()).stream()
                .map(OrganizationRef::named)
                .toList();
        var within = Scope.jurisdiction(row.jurisdiction());
        var paths = List.of(row.path());
        Map<String, Long> members =
                tally.statesByPath(within, OrganizationDesk.MEMBER, paths).getOrDefault(row.path(), Map.of());
        var working = tally.statesByPath(within, OrganizationDesk.SUBJECT, paths)
                .getOrDefault(row.path(), Map.of())
                .getOrDefault(OrganizationStatus.ACTIVE.name(), 0L);
        var today = LocalDate.now(clock);
        return new Organization(
                id,
                Objects.requireNonNull(words.label(profile.kind())),
                profile.name(),
                profile.shortName(),
                above.isEmpty() ? null : above.getLast(),
                above,
                areas.place(profile.area()),
                words.label(profile.setupMode()),
                words.label(profile.bond()),
                words.label(profile.unitKind()),
                profile.creditCode() == null ? null : profile.creditCode().toString(),
                profile.foundedOn(),
                profile.approvedBy(),
                profile.termStart(),
                profile.termEnd(),
                profile.phone(),
                profile.address(),
                profile.place(),
                profile.secretary(),
                profile.secretaryPerson(),
                profile.tags(),
                profile.special(),
                Objects.requireNonNull(words.label(row.status())),
                profile.sort() == null ? 0 : profile.sort(),
                new Organization.Counts(store.children(row), working, Thresholds.members(members), members),
                relations.of(row.jurisdiction(), id, today),
                row.version(),
                row.status() == OrganizationStatus.DISSOLVED
                        ? List.of()
                        : thresholds.warnings(profile, members, today));
    }

    /// From the counters where the scope alone decides, else counted, up to a thousand.
    private @Nullable Long total(Scope scope, OrganizationLists.Filter filter) {
        var byCounter = scope.reach() == Scope.Reach.AREA || filter.area() == null;
        if (!filter.bare() || !byCounter || !Tally.knows(scope)) {
            return lists.count(scope, filter);
        }
        var states = tally.states(scope.at(filter.area()), OrganizationDesk.SUBJECT);
        return states.entrySet().stream()
                .filter(state -> !state.getKey().equals(OrganizationStatus.DISSOLVED.name()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private Map<String, Long> members(Scope scope, Collection<OrganizationLists.Line> lines) {
        var paths = new ArrayList<String>();
        lines.forEach(line -> paths.add(line.path()));
        return tally.statesByPath(scope, OrganizationDesk.MEMBER, paths).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, path -> Thresholds.members(path.getValue())));
    }

    private static @Nullable Named parent(@Nullable Id id, Map<Id, OrganizationRef> parents) {
        var parent = id == null ? null : parents.get(id);
        return parent == null ? null : parent.named();
    }
}
