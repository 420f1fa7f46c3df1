package lianlin.territory.section;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import lianlin.identity.Acting;
import lianlin.identity.Actors;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.PersonName;
import lianlin.kernel.http.Words;
import lianlin.kernel.journal.Tally;
import lianlin.territory.Areas;
import lianlin.territory.section.DutySection.State;
import lianlin.territory.section.SectionView.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Responsibility sections as people see them.
@Component
class Sections {
    private static final int HOLDERS = 20;
    private static final int LINES = 60;

    private final SectionStore sections;
    private final SectionBook book;
    private final Areas areas;
    private final Actors actors;
    private final Tally tally;
    private final Words words;

    Sections(SectionStore sections, SectionBook book, Areas areas, Actors actors, Tally tally, Words words) {
        this.sections = sections;
        this.book = book;
        this.areas = areas;
        this.actors = actors;
        this.tally = tally;
        this.words = words;
    }

    Page<SectionView.Line> list(Acting acting, SectionStore.Filter filter, Paging paging) {
        var page = sections.list(acting, filter, paging).map(section -> line(acting, section));
        return new Page<>(page.items(), page.next(), total(acting, filter));
    }

    private @Nullable Long total(Acting acting, SectionStore.Filter filter) {
        if (!filter.counted()) {
            return sections.count(acting, filter);
        }
        var counted = tally.states(acting.scope().at(filter.area()), SectionFacts.SUBJECT);
        var state = filter.state();
        return state == null
                ? counted.values().stream().mapToLong(Long::longValue).sum()
                : counted.getOrDefault(state.name(), 0L);
    }

    SectionController.Counts counts(Acting acting) {
        var counted = tally.states(acting.scope(), SectionFacts.SUBJECT);
        return new SectionController.Counts(
                counted.values().stream().mapToLong(Long::longValue).sum(),
                sections.count(acting, new SectionStore.Filter(null, null, null, null, null, null, true)),
                Arrays.stream(State.values())
                        .map(state ->
                                new SectionController.StateCount(state(state), counted.getOrDefault(state.name(), 0L)))
                        .toList());
    }

    SectionView get(Acting acting, Id id) {
        return view(acting, sections.get(acting.scope(), id));
    }

    SectionView view(Acting acting, DutySection section) {
        var whole = whole(acting, section);
        var holdings =
                whole ? book.holdings(section.jurisdiction(), section.id(), HOLDERS) : List.<SectionBook.Holding>of();
        var lines = whole ? book.lines(section.jurisdiction(), section.id(), LINES) : List.<SectionBook.Line>of();
        var names =
                actors.accountNames(lines.stream().map(SectionBook.Line::author).collect(Collectors.toSet()));
        return new SectionView(
                section.id(),
                line(acting, section),
                section.content().description(),
                section.content().plan(),
                // who came before concerns the community; the holder sees himself
                holdings.stream()
                        .filter(each -> isOfPlace(acting) || acting.account().equals(each.account()))
                        .map(each -> new SectionView.Held(
                                each.name(),
                                each.claimed(),
                                each.confirmed(),
                                each.ended(),
                                words.label(each.ending()),
                                each.reason()))
                        .toList(),
                lines.stream()
                        .filter(each -> isOfPlace(acting) || isMine(acting, each, holdings))
                        .map(each -> new SectionView.Entry(
                                each.id(),
                                each.heldOn(),
                                each.note(),
                                each.minutes(),
                                verdict(each.verdict()),
                                names.getOrDefault(each.author(), "")))
                        .toList(),
                Arrays.stream(Act.values())
                        .filter(does(acting, section)::contains)
                        .toList(),
                section.version());
    }

    /// What was written since he holds it.
    private static boolean isMine(Acting acting, SectionBook.Line line, List<SectionBook.Holding> holdings) {
        return holdings.stream()
                .filter(each -> each.ended() == null && acting.account().equals(each.account()))
                .anyMatch(each -> line.id().value() > each.id().value());
    }

    private static Set<Act> does(Acting acting, DutySection section) {
        var acts = EnumSet.noneOf(Act.class);
        var keeps = SectionDesk.keeps(acting);
        var holder = section.holder();
        var mine = section.heldBy(acting.account());
        switch (section.state()) {
            case OPEN, RELEASED -> {
                if (keeps) {
                    acts.add(Act.ASSIGN);
                } else if (acting.may(SectionPeople.CLAIM)) {
                    acts.add(Act.CLAIM);
                }
            }
            case CLAIMED -> {
                if (mine) {
                    acts.add(Act.WITHDRAW);
                } else if (keeps) {
                    acts.addAll(EnumSet.of(Act.CONFIRM, Act.DECLINE));
                }
            }
            case ACTIVE -> {
                if (mine || keeps && holder != null && holder.account() == null) {
                    acts.add(Act.WORK);
                }
                if (keeps) {
                    acts.add(Act.CHECK);
                }
                if (mine || keeps) {
                    acts.add(Act.RELEASE);
                }
            }
        }
        if (keeps) {
            acts.add(Act.EDIT);
        }
        return acts;
    }

    private SectionView.Line line(Acting acting, DutySection section) {
        var holder = section.holder();
        var whole = whole(acting, section);
        return new SectionView.Line(
                section.id(),
                section.area(),
                areas.path(section.area()),
                section.content().name(),
                Objects.requireNonNull(words.label(section.content().kind())),
                state(section.state()),
                holder == null ? null : whole ? holder.name() : new PersonName(holder.name()).masked(),
                holder == null || !whole ? null : holder.since(),
                whole ? section.workedOn() : null,
                whole ? section.checkedOn() : null,
                whole ? verdict(section.verdict()) : null,
                section.heldBy(acting.account()),
                section.version());
    }

    private static boolean whole(Acting acting, DutySection section) {
        return isOfPlace(acting) || section.heldBy(acting.account());
    }

    private static boolean isOfPlace(Acting acting) {
        return acting.scope().reach() == Scope.Reach.AREA;
    }

    private Labelled state(State state) {
        return new Labelled(
                state.name(),
                Objects.requireNonNull(words.label(state)).label(),
                switch (state) {
                    case OPEN, RELEASED -> "off";
                    case CLAIMED -> "wait";
                    case ACTIVE -> "ok";
                });
    }

    private @Nullable Labelled verdict(DutySection.@Nullable Verdict verdict) {
        return verdict == null
                ? null
                : new Labelled(
                        verdict.name(),
                        Objects.requireNonNull(words.label(verdict)).label(),
                        switch (verdict) {
                            case IN_ORDER -> "ok";
                            case TO_MEND -> "bad";
                        });
    }
}
