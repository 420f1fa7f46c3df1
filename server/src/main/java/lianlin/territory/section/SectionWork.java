package lianlin.territory.section;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.journal.Facts;
import lianlin.territory.section.DutySection.Verdict;
import lianlin.territory.section.SectionBook.Line;
import lianlin.territory.section.SectionFacts.SectionMoved;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the holder did and what the community finds. Nothing of it is counted against anybody (TER-15).
@Service
class SectionWork {
    private static final int DAYS_BACK = 31;

    private final SectionStore sections;
    private final SectionBook book;
    private final SectionPeople people;
    private final Facts facts;
    private final Clock clock;

    SectionWork(SectionStore sections, SectionBook book, SectionPeople people, Facts facts, Clock clock) {
        this.sections = sections;
        this.book = book;
        this.people = people;
        this.facts = facts;
        this.clock = clock;
    }

    /// Written by the holder; for somebody without an account by the community.
    @Transactional
    DutySection work(Acting acting, Id id, @Nullable LocalDate wanted, String note, @Nullable Integer minutes) {
        var before = sections.lock(acting.scope(), id);
        var holder = before.holder();
        var forHim = holder != null && holder.account() == null && SectionDesk.keeps(acting);
        if (!before.heldBy(acting.account()) && !forHim) {
            throw Problem.denied("section.work");
        }
        var today = LocalDate.now(clock);
        var day = wanted == null ? today : wanted;
        if (day.isAfter(today) || day.isBefore(today.minusDays(DAYS_BACK))) {
            throw Problem.invalid("heldOn", "section.day");
        }
        var section = before.worked(day);
        book.write(section, List.of(new Line(Id.next(), day, note.strip(), minutes, null, acting.account())));
        sections.update(section);
        tell(acting, section, "work", null);
        return section;
    }

    /// What is to be mended is said in a sentence, and the holder is told.
    @Transactional
    DutySection check(Acting acting, Id id, Verdict verdict, @Nullable String note) {
        var before = sections.lock(acting.scope(), id);
        var mend = verdict == Verdict.TO_MEND;
        if (mend && (note == null || note.isBlank())) {
            throw Problem.invalid("note", "section.mend");
        }
        var today = LocalDate.now(clock);
        var section = before.checked(today, verdict);
        var said = note == null || note.isBlank() ? null : note.strip();
        book.write(section, List.of(new Line(Id.next(), today, said, null, verdict, acting.account())));
        sections.update(section);
        var holder = section.holder();
        tell(
                acting,
                section,
                mend ? "mend" : "check",
                mend && holder != null ? people.personOf(holder.account()) : null);
        return section;
    }

    private void tell(Acting acting, DutySection section, String action, @Nullable Id told) {
        facts.publish(SectionMoved.of(
                acting.header(section.jurisdiction(), SectionFacts.SUBJECT, section.id())
                        .states(section.state(), section.state())
                        .area(section.area()),
                action,
                told,
                acting.name(),
                section));
    }
}
