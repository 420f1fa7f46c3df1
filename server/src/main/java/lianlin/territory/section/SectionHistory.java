package lianlin.territory.section;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.time.WorkCalendar;
import lianlin.territory.section.DutySection.Content;
import lianlin.territory.section.DutySection.Ending;
import lianlin.territory.section.DutySection.Holder;
import lianlin.territory.section.DutySection.Kind;
import lianlin.territory.section.DutySection.State;
import lianlin.territory.section.DutySection.Verdict;
import lianlin.territory.section.SectionBook.Holding;
import lianlin.territory.section.SectionBook.Line;
import lianlin.territory.section.SectionFacts.SectionMoved;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes sections that stand already: the demo county, a system that is taken over.
@Component
public class SectionHistory {
    /// A section that the clerk cut, whom it belongs to, and what was done and found since; `waits` where the claim
    /// is not confirmed.
    public record Past(
            Area area,
            String name,
            String kind,
            String description,
            String plan,
            Id clerk,
            Instant opened,
            @Nullable Held held,
            boolean waits,
            boolean released,
            List<Done> done) {}

    public record Held(@Nullable Id account, String name, Instant since) {}

    /// Work of the holder, or with `mend` what a check found.
    public record Done(
            LocalDate day,
            String note,
            @Nullable Integer minutes,
            @Nullable Boolean mend,
            Id by) {}

    private final SectionStore sections;
    private final SectionBook book;
    private final Facts facts;
    private final AtomicInteger sequence = new AtomicInteger();

    SectionHistory(SectionStore sections, SectionBook book, Facts facts) {
        this.sections = sections;
        this.book = book;
        this.facts = facts;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void write(List<Past> pasts) {
        var rows = pasts.stream().map(this::section).toList();
        sections.insert(rows);
        var told = new ArrayList<Facts.Past>();
        for (var i = 0; i < rows.size(); i++) {
            book(pasts.get(i), rows.get(i), told);
        }
        told.sort(Comparator.comparing(Facts.Past::id));
        facts.publishAt(told);
    }

    private DutySection section(Past past) {
        var held = past.held();
        var holder = held == null || past.released() ? null : new Holder(held.account(), held.name(), held.since());
        var state = held == null
                ? State.OPEN
                : past.released() ? State.RELEASED : past.waits() ? State.CLAIMED : State.ACTIVE;
        LocalDate worked = null;
        LocalDate checked = null;
        Verdict verdict = null;
        if (holder != null) {
            for (var each : past.done()) {
                if (each.mend() == null) {
                    worked = each.day();
                } else {
                    checked = each.day();
                    verdict = each.mend() ? Verdict.TO_MEND : Verdict.IN_ORDER;
                }
            }
        }
        return new DutySection(
                past.area().county(),
                id(past.opened()),
                past.area(),
                new Content(past.name(), Kind.valueOf(past.kind()), past.description(), past.plan()),
                state,
                holder,
                worked,
                checked,
                verdict,
                1);
    }

    private void book(Past past, DutySection section, List<Facts.Past> told) {
        tell(told, section, past.opened(), past.clerk(), null, State.OPEN, "create");
        var held = past.held();
        if (held == null) {
            return;
        }
        var confirmed = past.waits() ? null : held.since().plus(Duration.ofDays(1));
        var ended = past.released() && confirmed != null ? confirmed.plus(Duration.ofDays(60)) : null;
        book.begin(
                section,
                List.of(new Holding(
                        id(held.since()),
                        held.account(),
                        held.name(),
                        held.since(),
                        confirmed,
                        ended,
                        ended == null ? null : Ending.GIVEN_BACK,
                        ended == null ? null : "搬家")));
        tell(told, section, held.since(), held.account(), State.OPEN, State.CLAIMED, "claim");
        if (confirmed != null) {
            tell(told, section, confirmed, past.clerk(), State.CLAIMED, State.ACTIVE, "confirm");
        }
        if (ended != null) {
            tell(told, section, ended, held.account(), State.ACTIVE, State.RELEASED, "give-back");
        }
        book.write(
                section,
                past.done().stream()
                        .map(each -> new Line(
                                id(noon(each.day())),
                                each.day(),
                                each.note(),
                                each.minutes(),
                                each.mend() == null ? null : each.mend() ? Verdict.TO_MEND : Verdict.IN_ORDER,
                                each.by()))
                        .toList());
    }

    private void tell(
            List<Facts.Past> told,
            DutySection section,
            Instant at,
            @Nullable Id by,
            @Nullable State from,
            State to,
            String action) {
        var header = Fact.Header.of(section.jurisdiction(), SectionFacts.SUBJECT, section.id())
                .by(by, null, null, null)
                .states(from, to)
                .area(section.area());
        told.add(new Facts.Past(id(at), at, SectionMoved.of(header, action, null, "", section)));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(WorkCalendar.ZONE).toInstant();
    }

    private Id id(Instant at) {
        return Id.at(at, sequence.incrementAndGet() & 0x3F_FFFF);
    }
}
