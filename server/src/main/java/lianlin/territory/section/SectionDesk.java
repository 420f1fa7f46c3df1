package lianlin.territory.section;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Facts;
import lianlin.territory.Areas;
import lianlin.territory.section.DutySection.Content;
import lianlin.territory.section.DutySection.Ending;
import lianlin.territory.section.DutySection.Holder;
import lianlin.territory.section.DutySection.State;
import lianlin.territory.section.SectionBook.Holding;
import lianlin.territory.section.SectionFacts.SectionMoved;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who looks after which section: cut by the community, claimed by a member, confirmed, given back (TER-15).
@Service
class SectionDesk {
    private static final int COMMUNITY = 5;

    private final SectionStore sections;
    private final SectionBook book;
    private final SectionPeople people;
    private final Areas areas;
    private final Facts facts;
    private final Clock clock;

    SectionDesk(SectionStore sections, SectionBook book, SectionPeople people, Areas areas, Facts facts, Clock clock) {
        this.sections = sections;
        this.book = book;
        this.people = people;
        this.areas = areas;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    DutySection create(Acting acting, Area area, Content content) {
        mustLie(acting.scope(), area);
        var section = new DutySection(area.county(), Id.next(), area, content, State.OPEN, null, null, null, null, 1);
        sections.insert(List.of(section));
        tell(acting, null, section, "create", null, acting.name());
        return section;
    }

    @Transactional
    DutySection change(Acting acting, Id id, int version, Area area, Content content) {
        var before = sections.lock(acting.scope(), id, version);
        mustLie(acting.scope(), area);
        if (before.jurisdiction() != area.county()) {
            throw Problem.invalid("area", "section.area");
        }
        var section = before.changed(area, content);
        sections.update(section);
        tell(acting, before, section, "change", null, acting.name());
        return section;
    }

    /// A member claims it himself. Of many at once one comes first, the others read that it is taken.
    @Transactional
    DutySection claim(Acting acting, Id id) {
        var before = sections.lock(acting.scope(), id);
        var section = begin(before, acting.account(), acting.name());
        tell(acting, before, section, "claim", null, acting.name());
        return section;
    }

    /// The community enters a member, with an account or by name alone: it needs no confirmation of its own.
    @Transactional
    DutySection assign(Acting acting, Id id, @Nullable Id account, @Nullable String name) {
        var before = sections.lock(acting.scope(), id);
        var called = account == null ? named(name) : people.nameOf(before.area(), account);
        var claimed = begin(before, account, called);
        tell(acting, before, claimed, "assign", null, called);
        return confirm(acting, claimed, people.personOf(account));
    }

    @Transactional
    DutySection confirm(Acting acting, Id id, int version) {
        var claimed = sections.lock(acting.scope(), id, version);
        var holder = claimed.holder();
        return confirm(acting, claimed, holder == null ? null : people.personOf(holder.account()));
    }

    private DutySection confirm(Acting acting, DutySection claimed, @Nullable Id told) {
        var section = claimed.confirmed();
        book.confirm(section, clock.instant());
        sections.update(section);
        tell(acting, claimed, section, "confirm", told, acting.name());
        return section;
    }

    /// Taken back by the holder or by the community, with a reason; free for the next claim.
    @Transactional
    DutySection release(Acting acting, Id id, int version, @Nullable String reason) {
        var before = sections.lock(acting.scope(), id, version);
        var mine = before.heldBy(acting.account());
        if (!mine && !keeps(acting)) {
            throw Problem.denied("section.release");
        }
        var claimed = before.state() == State.CLAIMED;
        if (!(claimed && mine) && (reason == null || reason.isBlank())) {
            throw Problem.invalid("reason", "section.reason");
        }
        var ending = claimed ? mine ? Ending.WITHDRAWN : Ending.DECLINED : mine ? Ending.GIVEN_BACK : Ending.TAKEN_BACK;
        var section = before.freed(!claimed || book.wasHeld(before) ? State.RELEASED : State.OPEN);
        book.end(section, ending, reason == null || reason.isBlank() ? null : reason.strip(), clock.instant());
        sections.update(section);
        var holder = before.holder();
        tell(
                acting,
                before,
                section,
                switch (ending) {
                    case WITHDRAWN -> "withdraw";
                    case DECLINED -> "decline";
                    case GIVEN_BACK -> "give-back";
                    case TAKEN_BACK -> "take-back";
                },
                mine || holder == null ? null : people.personOf(holder.account()),
                acting.name());
        return section;
    }

    /// Whether somebody keeps the sections of his place: the community, not a member.
    static boolean keeps(Acting acting) {
        return acting.may("section.edit") && acting.scope().reach() == Scope.Reach.AREA;
    }

    private DutySection begin(DutySection before, @Nullable Id account, String name) {
        var now = clock.instant();
        var section = before.claimedBy(new Holder(account, name, now));
        book.begin(section, List.of(holding(account, name, now)));
        sections.update(section);
        return section;
    }

    private static String named(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw Problem.invalid("name", "section.member");
        }
        return name.strip();
    }

    private static Holding holding(@Nullable Id account, String name, Instant now) {
        return new Holding(Id.next(), account, name, now, null, null, null, null);
    }

    private void mustLie(Scope scope, Area area) {
        areas.mustCover(scope, area);
        if (area.depth() < COMMUNITY) {
            throw Problem.invalid("area", "section.area");
        }
    }

    private void tell(
            Acting acting,
            @Nullable DutySection before,
            DutySection after,
            String action,
            @Nullable Id told,
            String who) {
        facts.publish(SectionMoved.of(
                acting.header(after.jurisdiction(), SectionFacts.SUBJECT, after.id())
                        .states(before == null ? null : before.state(), after.state())
                        .area(before == null ? after.area() : before.area(), after.area()),
                action,
                told,
                who,
                after));
    }
}
