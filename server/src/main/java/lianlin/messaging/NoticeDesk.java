package lianlin.messaging;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.http.Words;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.time.WorkCalendar;
import lianlin.organization.Organizations;
import lianlin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes notices to people of the own scope, reminds of them, and takes their receipts (MSG-01, MSG-03).
@Service
class NoticeDesk {
    static final String SUBJECT = "notice";

    /// To whom: kinds of people of these places and organizations; of the own place or organization where none is
    /// named.
    record Wanted(
            @NotEmpty Set<Audience.Kind> kinds,
            @Nullable @Size(max = 50) List<@NotNull Area> areas,
            @Nullable @Size(max = 50) List<@NotNull Id> organizations) {}

    record Draft(
            @NotBlank @Size(max = 60) String title,
            @NotBlank @Size(max = 5_000) String text,
            @Nullable LocalDate confirmBy,
            @NotNull @jakarta.validation.Valid Wanted audience) {}

    /// How many people a notice would reach; `many` where they are too many for one.
    record Preview(int people, boolean many, int most, String reaches) {}

    /// To whom the post of now may write at all: kinds of people, and whether places below the own one can be chosen.
    record Choices(List<Labelled> kinds, boolean areas) {}

    private final NoticeStore notices;
    private final ReceiverStore receivers;
    private final Audiences audiences;
    private final Organizations organizations;
    private final Areas areas;
    private final Facts facts;
    private final NoticeHandout handout;
    private final Words words;
    private final Clock clock;

    NoticeDesk(
            NoticeStore notices,
            ReceiverStore receivers,
            Audiences audiences,
            Organizations organizations,
            Areas areas,
            Facts facts,
            NoticeHandout handout,
            Words words,
            Clock clock) {
        this.notices = notices;
        this.receivers = receivers;
        this.audiences = audiences;
        this.organizations = organizations;
        this.areas = areas;
        this.facts = facts;
        this.handout = handout;
        this.words = words;
        this.clock = clock;
    }

    Choices choices(Acting acting) {
        var kinds = Stream.of(Audience.Kind.values())
                .filter(kind -> kind != Audience.Kind.RESIDENTS || community(acting))
                .map(kind -> words.of("Audience.Kind", kind.name()))
                .toList();
        return new Choices(kinds, acting.scope().reach() == Scope.Reach.AREA && !community(acting));
    }

    Preview preview(Acting acting, Wanted wanted) {
        var audience = audience(acting, wanted);
        var people = audiences.count(audience, acting.account());
        return new Preview(
                Math.min(people, Audiences.MOST), people > Audiences.MOST, Audiences.MOST, reaches(acting, wanted));
    }

    @Transactional
    Notice write(Acting acting, Draft draft) {
        var today = LocalDate.now(clock.withZone(WorkCalendar.ZONE));
        var by = draft.confirmBy();
        if (by != null && (by.isBefore(today) || by.isAfter(today.plusYears(1)))) {
            throw Problem.invalid("confirmBy", "notice.by");
        }
        var audience = audience(acting, draft.audience());
        var people = audiences.count(audience, acting.account());
        if (people == 0) {
            throw Problem.refused("notice.nobody");
        }
        if (people > Audiences.MOST) {
            throw Problem.refused("notice.many", Audiences.MOST);
        }
        var scope = acting.scope();
        var notice = new Notice(
                acting.jurisdiction(),
                Id.next(),
                acting.area(),
                scope.path(),
                acting.account(),
                place(acting),
                line(draft.title()),
                draft.text().strip(),
                by,
                audience,
                reaches(acting, draft.audience()),
                Notice.State.SENDING,
                0,
                Audiences.BEGINNING,
                0,
                clock.instant(),
                null,
                null,
                null,
                Audiences.BEGINNING);
        notices.insert(notice);
        facts.publish(new NoticeWritten(
                acting.header(notice.jurisdiction(), SUBJECT, notice.id())
                        .states(null, Notice.State.SENDING)
                        .area(notice.area()),
                notice.title(),
                people));
        handout.begins();
        return notice;
    }

    /// Reminds everybody who has not confirmed, once a day.
    @Transactional
    Notice remind(Acting acting, Id id) {
        var notice = notices.lock(acting.scope(), id);
        var now = clock.instant();
        if (notice.state() == Notice.State.SENDING) {
            throw Problem.refused("notice.sending");
        }
        var last = notice.reminded();
        if (last != null && day(last).equals(day(now)) || notice.reminder() != null) {
            throw Problem.refused("notice.reminded");
        }
        var waiting = receivers.waiting(notice.jurisdiction(), id, Audiences.BEGINNING, 1);
        if (waiting.isEmpty()) {
            throw Problem.refused("notice.confirmed");
        }
        notices.reminds(notice, Id.next(), Audiences.BEGINNING, now);
        facts.publish(new NoticeReminded(
                acting.header(notice.jurisdiction(), SUBJECT, id).area(notice.area()), notice.title()));
        handout.begins();
        return notices.get(acting.scope(), id);
    }

    /// The caller has it (MSG-03).
    @Transactional
    void confirm(Id account, Id id) {
        if (!receivers.confirm(account, id, clock.instant())) {
            throw Problem.absent("notice", id);
        }
        notices.read(account, id, clock.instant());
    }

    @Transactional
    void read(Id account, Id id) {
        if (notices.received(account, id).isEmpty()) {
            throw Problem.absent("notice", id);
        }
        notices.read(account, id, clock.instant());
    }

    private static LocalDate day(java.time.Instant moment) {
        return LocalDate.ofInstant(moment, WorkCalendar.ZONE);
    }

    private Audience audience(Acting acting, Wanted wanted) {
        var scope = acting.scope();
        var byArea = scope.reach() == Scope.Reach.AREA;
        if (scope.lo() != scope.hi() || !byArea && scope.path() == null) {
            throw Problem.refused("notice.district");
        }
        if (wanted.kinds().contains(Audience.Kind.RESIDENTS) && !community(acting)) {
            throw Problem.invalid("kinds", "notice.residents");
        }
        var places = given(wanted.areas());
        for (var place : places) {
            if (!byArea) {
                throw Problem.absent("area", place);
            }
            areas.mustCover(scope, place);
        }
        var paths = given(wanted.organizations()).stream()
                .map(id -> organizations.get(scope, id).path())
                .toList();
        var own = scope.path();
        if (places.isEmpty() && paths.isEmpty()) {
            if (byArea || own == null) {
                places = List.of(acting.area());
            } else {
                paths = List.of(own);
            }
        }
        return new Audience(
                acting.jurisdiction(), wanted.kinds().stream().sorted().toList(), places, paths);
    }

    /// Residents are written to by their own community and by nobody above it.
    private static boolean community(Acting acting) {
        return acting.scope().reach() == Scope.Reach.AREA && acting.area().depth() == 5;
    }

    /// To whom, in words: where, and which people.
    private String reaches(Acting acting, Wanted wanted) {
        var where = new ArrayList<String>();
        given(wanted.areas()).forEach(area -> where.add(areas.name(area)));
        where.addAll(organizations.names(given(wanted.organizations())).values());
        if (where.isEmpty()) {
            where.add(place(acting));
        }
        var who = wanted.kinds().stream()
                .sorted()
                .map(kind -> words.chinese("Audience.Kind", kind.name()))
                .collect(Collectors.joining("、"));
        var named = where.size() > 3
                ? String.join("、", where.subList(0, 3)) + " 等 " + where.size() + " 处"
                : String.join("、", where);
        return named + "：" + who;
    }

    private static String place(Acting acting) {
        var post = acting.post();
        return post == null ? "" : post.place();
    }

    private static String line(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static <T> List<T> given(@Nullable List<T> some) {
        return some == null ? List.of() : List.copyOf(new LinkedHashSet<>(some));
    }

    record NoticeWritten(Fact.Header header, String title, int people) implements Fact {}

    record NoticeReminded(Fact.Header header, String title) implements Fact {}
}
