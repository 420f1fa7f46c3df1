package lianlin.territory.reform;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import lianlin.identity.Acting;
import lianlin.identity.Actors;
import lianlin.identity.Posts;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Problem;
import lianlin.kernel.http.Words;
import lianlin.kernel.journal.AreaFollower;
import lianlin.kernel.journal.AreaFollowers;
import lianlin.kernel.journal.Fact;
import lianlin.territory.Areas;
import lianlin.territory.sql.GridStaffRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What mergers and splits have in common: who serves, what goes along, and by which facts it is told.
@Component
class Reform {
    private final GridRows rows;
    private final AreaFollowers followers;
    private final Posts posts;
    private final Actors actors;
    private final Areas areas;
    private final Words words;
    private final Clock clock;

    Reform(GridRows rows, AreaFollowers followers, Posts posts, Actors actors, Areas areas, Words words, Clock clock) {
        this.rows = rows;
        this.followers = followers;
        this.posts = posts;
        this.actors = actors;
        this.areas = areas;
        this.words = words;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    List<Draft.Amount> amounts(Collection<Area> places, int jurisdiction) {
        var found = new ArrayList<AreaFollowers.Amount>();
        found.addAll(followers.standing(jurisdiction, places, true));
        found.addAll(rows.standing(places, jurisdiction, today()));
        return found.stream()
                .map(one -> new Draft.Amount(words.of("Standing", one.kind()), one.open(), one.all()))
                .toList();
    }

    Labelled word(String kind) {
        return words.of("Standing", kind);
    }

    /// What of a place has no point on the map and belongs to nobody who stays.
    List<Draft.Amount> pointless(Area place) {
        return followers.standing(place.county(), List.of(place), false).stream()
                .map(one -> new Draft.Amount(words.of("Standing", one.kind()), one.open(), one.all()))
                .toList();
    }

    List<Draft.Staff> staff(Collection<Area> grids, int jurisdiction) {
        return rows.staff(grids, jurisdiction, today()).stream()
                .map(one -> new Draft.Staff(
                        one.getId(),
                        areas.place(one.getArea()),
                        words.of("GridStaff.Role", one.getRole()),
                        one.getName(),
                        one.getAccount()))
                .toList();
    }

    /// A grid without a head or a worker is no grid (TER-09).
    static void mustServe(List<Serving> serving, String field) {
        for (var role : List.of(Serving.HEAD, Serving.WORKER)) {
            if (serving.stream().noneMatch(one -> one.role().equals(role))) {
                throw Problem.invalid(field, role.equals(Serving.HEAD) ? "grid.no-head" : "grid.no-worker");
            }
        }
    }

    /// Appoints those who serve in a grid from today; the same person in the same role once. Whoever had a post in the
    /// grids before has it here.
    void appoint(Area grid, String name, List<Serving> serving, List<GridStaffRecord> before, Collection<Area> olds) {
        var today = today();
        var written = new HashSet<String>();
        var accounts = new HashSet<Id>();
        for (var one : serving) {
            var old = one.staff() == null ? null : find(before, one.staff());
            var account = old == null ? one.account() : old.getAccount();
            var person = old == null ? person(account, one.person()) : old.getName();
            if (!written.add(person + "/" + one.role())) {
                continue;
            }
            var starts = old != null && old.getStarts().isAfter(today) ? old.getStarts() : today;
            rows.appoint(grid, account, person, one.role(), starts, old == null ? null : old.getEnds());
            if (account != null) {
                accounts.add(account);
            }
        }
        for (var old : olds) {
            posts.extend(old, grid, name, accounts, today);
        }
    }

    /// Those who do not go along have no post there any more.
    void dismiss(Area grid, List<GridStaffRecord> before, Set<Id> staying) {
        var gone = new HashSet<Id>();
        before.stream()
                .filter(one -> one.getArea().equals(grid))
                .map(GridStaffRecord::getAccount)
                .filter(Objects::nonNull)
                .filter(account -> !staying.contains(account))
                .forEach(gone::add);
        if (!gone.isEmpty()) {
            posts.end(grid, gone, today());
        }
    }

    static Set<Id> accounts(List<Serving> serving, List<GridStaffRecord> before) {
        var accounts = new HashSet<Id>();
        for (var one : serving) {
            var account = one.staff() == null
                    ? one.account()
                    : find(before, one.staff()).getAccount();
            if (account != null) {
                accounts.add(account);
            }
        }
        return accounts;
    }

    static GridStaffRecord find(List<GridStaffRecord> before, Id id) {
        return before.stream()
                .filter(one -> one.getId().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.absent("staff", id));
    }

    private String person(@Nullable Id account, @Nullable String name) {
        Map<Id, String> names = account == null ? Map.of() : actors.accountNames(List.of(account));
        var known = account == null ? name : names.get(account);
        if (known == null || known.isBlank()) {
            throw Problem.invalid(account == null ? "person" : "account", "grid.staff.name");
        }
        return known.strip();
    }

    /// Everything that other modules have at the old places goes to the new ones.
    void follow(List<AreaFollower.Move> moves, String note, UnaryOperator<Fact.Header> signed) {
        followers.move(moves, note, signed);
    }

    static Fact.Header header(Acting acting, Area area) {
        return acting.header(area.county(), area.isGrid() ? "grid" : "area", new Id(area.code()))
                .area(area);
    }
}
