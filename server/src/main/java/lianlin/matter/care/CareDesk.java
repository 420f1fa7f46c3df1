package lianlin.matter.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.identity.Actors;
import lianlin.identity.OwnContact;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.time.WorkCalendar;
import lianlin.matter.care.CareFacts.CarePairMoved;
import lianlin.matter.care.CarePair.Consent;
import lianlin.matter.care.CarePair.Due;
import lianlin.matter.care.CarePair.EndReason;
import lianlin.matter.care.CarePair.StandIn;
import lianlin.matter.care.CarePair.State;
import lianlin.organization.Teams;
import lianlin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Brings helper and household together and apart: proposal, consent, plan, pause, change of helper, end (SRV-05).
@Service
class CareDesk {
    /// A pair as it is proposed.
    record Proposal(Area area, Id team, Id helper, List<CareNeed> needs, int tier, CareStore.Contact contact) {}

    private static final int COMMUNITY = 5;

    private final CareStore pairs;
    private final VisitStore visits;
    private final VisitDays days;
    private final Teams teams;
    private final Areas areas;
    private final OwnContact contacts;
    private final Actors actors;
    private final Facts facts;
    private final Clock clock;

    CareDesk(
            CareStore pairs,
            VisitStore visits,
            VisitDays days,
            Teams teams,
            Areas areas,
            OwnContact contacts,
            Actors actors,
            Facts facts,
            Clock clock) {
        this.pairs = pairs;
        this.visits = visits;
        this.days = days;
        this.teams = teams;
        this.areas = areas;
        this.contacts = contacts;
        this.actors = actors;
        this.facts = facts;
        this.clock = clock;
    }

    @Transactional
    CarePair propose(Acting acting, Proposal proposal) {
        var area = proposal.area();
        areas.mustCover(acting.scope(), area);
        if (area.depth() < COMMUNITY) {
            throw Problem.invalid("area", "order.area");
        }
        if (!Sight.isCommunity(acting) && acting.scope().reach() != Scope.Reach.ORGANIZATION) {
            throw Problem.denied("care.community");
        }
        mustBelong(acting, proposal.team(), proposal.helper(), "helper");
        var contact = proposal.contact();
        var pair = new CarePair(
                area.county(),
                Id.next(),
                area,
                proposal.team(),
                proposal.helper(),
                null,
                State.PROPOSED,
                proposal.needs().stream().distinct().toList(),
                proposal.tier(),
                contact.name().masked(),
                contacts.personWith(contact.phone()).orElse(null),
                null,
                null,
                Due.NOTHING,
                null,
                null,
                clock.instant(),
                1);
        pairs.insert(pair, contact);
        tell(acting, null, pair, "propose", personOf(pair.helper()), null);
        return pair;
    }

    /// The household has agreed, and how; nothing is planned before.
    @Transactional
    CarePair consent(Acting acting, Id id, int version, CarePair.Given how) {
        var before = arranged(acting, id, version);
        var pair = before.consented(new Consent(how, clock.instant(), acting.account()));
        pairs.update(pair);
        tell(acting, before, pair, "consent", null, null);
        return pair;
    }

    @Transactional
    CarePair plan(Acting acting, Id id, int version, VisitPlan plan, int tier) {
        var before = arranged(acting, id, version);
        if (plan.startsOn().isBefore(today().minusYears(1)) || plan.startsOn().isAfter(today().plusYears(1))) {
            throw Problem.invalid("startsOn", "care.starts");
        }
        if (plan.from() != null && plan.until() != null && !plan.until().isAfter(plan.from())) {
            throw Problem.invalid("until", "care.window");
        }
        var pair = before.planned(plan, tier, days.begins(before.jurisdiction(), plan, today()));
        pairs.update(pair);
        tell(
                acting,
                before,
                pair,
                before.plan() == null ? "begin" : "plan",
                pair.person(),
                pair.due().on());
        return pair;
    }

    @Transactional
    CarePair pause(Acting acting, Id id, int version) {
        var before = arranged(acting, id, version);
        var pair = before.paused();
        pairs.update(pair);
        tell(acting, before, pair, "pause", pair.person(), null);
        return pair;
    }

    @Transactional
    CarePair resume(Acting acting, Id id, int version) {
        var before = arranged(acting, id, version);
        var pair = before.resumed(days.begins(before.jurisdiction(), before.planned(), today()));
        pairs.update(pair);
        tell(acting, before, pair, "resume", pair.person(), pair.due().on());
        return pair;
    }

    /// Another helper of the team, for good.
    @Transactional
    CarePair assign(Acting acting, Id id, int version, Id helper) {
        var before = arranged(acting, id, version);
        mustBelong(acting, before.team(), helper, "helper");
        var pair = before.helpedBy(helper);
        pairs.update(pair);
        tell(acting, before, pair, "assign", personOf(helper), pair.due().on());
        return pair;
    }

    /// Somebody of the team instead, while the helper is away; null calls it off. The helper may ask for it himself.
    @Transactional
    CarePair standIn(Acting acting, Id id, int version, @Nullable StandIn standIn) {
        var before = pairs.lock(Sight.of(acting, today()), id, version);
        if (!arranges(acting, before) && !Sight.goes(acting, before, today())) {
            throw Problem.denied("care.step");
        }
        if (standIn != null) {
            mustBelong(acting, before.team(), standIn.account(), "account");
            if (standIn.account().equals(before.helper())) {
                throw Problem.invalid("account", "care.stand-in");
            }
            if (standIn.until().isBefore(standIn.from()) || standIn.until().isBefore(today())) {
                throw Problem.invalid("until", "care.stand-in-days");
            }
        }
        var pair = before.stoodInFor(standIn);
        pairs.update(pair);
        tell(
                acting,
                before,
                pair,
                standIn == null ? "no-stand-in" : "stand-in",
                standIn == null ? null : personOf(standIn.account()),
                standIn == null ? null : standIn.from());
        return pair;
    }

    @Transactional
    CarePair end(Acting acting, Id id, int version, EndReason reason) {
        var before = arranged(acting, id, version);
        return ended(acting, before, reason, "end");
    }

    /// The household does not want it any more: said by itself, or to somebody of the team or the community. No version
    /// is
    /// asked: nothing that changed meanwhile takes the right away.
    @Transactional
    CarePair withdraw(Acting acting, Id id) {
        var before = pairs.lock(Sight.of(acting, today()), id);
        var pair = ended(acting, before, EndReason.CONSENT_WITHDRAWN, "withdraw");
        visits.forget(pair);
        return pair;
    }

    private CarePair ended(Acting acting, CarePair before, EndReason reason, String action) {
        var pair = before.ended(reason, clock.instant());
        pairs.update(pair);
        tell(acting, before, pair, action, personOf(pair.helper()), null);
        return pair;
    }

    /// Whether somebody arranges a pair that he sees: the community and the leader of the team.
    static boolean arranges(Acting acting, CarePair pair) {
        return acting.may("care.edit") && (Sight.isCommunity(acting) || Sight.leads(acting, pair));
    }

    private CarePair arranged(Acting acting, Id id, int version) {
        var pair = pairs.lock(Sight.of(acting, today()), id, version);
        if (!arranges(acting, pair)) {
            throw Problem.denied("care.step");
        }
        return pair;
    }

    private void mustBelong(Acting acting, Id team, Id account, String field) {
        if (teams.mates(acting.scope(), team).stream()
                .noneMatch(mate -> mate.account().equals(account))) {
            throw Problem.invalid(field, "care.helper");
        }
    }

    private @Nullable Id personOf(Id account) {
        var known = actors.known(List.of(account)).get(account);
        return known == null ? null : known.person();
    }

    private void tell(
            Acting acting,
            @Nullable CarePair before,
            CarePair pair,
            String action,
            @Nullable Id concerned,
            @Nullable LocalDate day) {
        var header = CareFacts.of(acting.header(pair.jurisdiction(), CareFacts.SUBJECT, pair.id()), pair)
                .states(before == null ? null : before.state(), pair.state());
        var because = pair.endReason();
        facts.publish(CarePairMoved.of(
                because == null ? header : header.because(because.name()),
                action,
                concerned,
                areas.path(pair.area()),
                day));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
    }
}
