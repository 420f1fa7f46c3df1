package lianlin.identity;

import static lianlin.identity.sql.Tables.ACCOUNT;
import static lianlin.identity.sql.Tables.POST;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The door to accounts for modules above that bring many people along, such as the demo county.
@Component
public class Accounts {
    /// Somebody who gets an account with posts; without login and phone it only stands for who acted.
    public record Newcomer(
            int jurisdiction,
            String name,
            @Nullable String login,
            @Nullable PhoneNumber phone,
            boolean password,
            List<Seat> seats) {}

    /// A role at an organization or, without one, in an area.
    public record Seat(String role, Area area, @Nullable Id organization) {}

    /// An account that was made, with its posts in the order in which they were asked for.
    public record Enrolled(Id account, Id person, String name, List<Id> posts) {
        public Id post() {
            return posts.getFirst();
        }
    }

    private final DSLContext db;
    private final AccountStore accounts;
    private final PostStore posts;
    private final RoleStore roles;
    private final Places places;
    private final Passwords passwords;
    private final Facts facts;
    private final Clock clock;

    Accounts(
            DSLContext db,
            AccountStore accounts,
            PostStore posts,
            RoleStore roles,
            Places places,
            Passwords passwords,
            Facts facts,
            Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.posts = posts;
        this.roles = roles;
        this.places = places;
        this.passwords = passwords;
        this.facts = facts;
        this.clock = clock;
    }

    /// Makes accounts that share one password; it is hashed once. Posts begin on `since`.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Enrolled> enrol(String password, LocalDate since, List<Newcomer> newcomers) {
        passwords.judge("password", password);
        var hash = passwords.hash(password);
        var now = clock.instant();
        var told = new ArrayList<Fact>();
        var reaches = new HashMap<String, Scope.Reach>();
        var enrolled = new ArrayList<Enrolled>();
        for (var newcomer : newcomers) {
            var id = Id.next();
            var person = Id.next();
            accounts.insert(
                    id,
                    newcomer.jurisdiction(),
                    person,
                    newcomer.name(),
                    newcomer.login(),
                    newcomer.phone(),
                    newcomer.password() ? hash : null,
                    Account.State.ACTIVE,
                    now);
            told.add(new AccountDesk.AccountOpened(
                    Fact.Header.of(newcomer.jurisdiction(), "account", id).states(null, Account.State.ACTIVE)));
            var held = newcomer.seats().stream()
                    .map(seat -> seat(newcomer, id, seat, since, reaches, told))
                    .toList();
            enrolled.add(new Enrolled(id, person, newcomer.name(), held));
        }
        facts.publish(told);
        return enrolled;
    }

    private Id seat(
            Newcomer newcomer,
            Id account,
            Seat seat,
            LocalDate since,
            Map<String, Scope.Reach> reaches,
            List<Fact> told) {
        var scope = Scope.jurisdiction(newcomer.jurisdiction());
        var place = seat.organization() == null
                ? places.area(scope, seat.area())
                : places.organization(scope, seat.organization());
        var post = new Post(
                Id.next(),
                newcomer.jurisdiction(),
                account,
                seat.role(),
                reaches.computeIfAbsent(seat.role(), role -> roles.get(role).reach()),
                place.area(),
                seat.organization(),
                place.path(),
                place.name(),
                since,
                null);
        posts.insert(post);
        told.add(new PostDesk.PostGiven(
                Fact.Header.of(post.jurisdiction(), "post", post.id())
                        .area(post.area())
                        .path(post.path(), post.organization()),
                account,
                post.role()));
        return post.id();
    }

    /// A name and a mobile phone in a district.
    public record Contact(int jurisdiction, PhoneNumber phone, String name) {}

    /// The persons behind accounts that have exactly these names and phones, in one statement.
    public Map<Contact, Id> persons(Collection<Contact> contacts) {
        var persons = new HashMap<Contact, Id>();
        if (contacts.isEmpty()) {
            return persons;
        }
        var indexes =
                contacts.stream().map(one -> accounts.phoneIndex(one.phone())).toArray(byte[][]::new);
        var found = new HashMap<ByteBuffer, Record3<Integer, String, Id>>();
        db.select(ACCOUNT.PHONE_INDEX, ACCOUNT.JURISDICTION, ACCOUNT.NAME, ACCOUNT.PERSON)
                .from(ACCOUNT)
                .where(ACCOUNT.PHONE_INDEX.eq(DSL.any(indexes)))
                .forEach(row -> found.put(
                        ByteBuffer.wrap(row.value1()), row.into(ACCOUNT.JURISDICTION, ACCOUNT.NAME, ACCOUNT.PERSON)));
        var at = 0;
        for (var contact : contacts) {
            var account = found.get(ByteBuffer.wrap(indexes[at++]));
            if (account != null
                    && account.value1() == contact.jurisdiction()
                    && account.value2().equals(contact.name())) {
                persons.put(contact, account.value3());
            }
        }
        return persons;
    }

    /// Who among these logins has an account, and the name and first post of each: 培德社区 · 社区书记.
    public Map<String, Known> known(Collection<String> logins) {
        var found = db.select(ACCOUNT.LOGIN, ACCOUNT.NAME, POST.ID)
                .from(ACCOUNT)
                .join(POST)
                .on(POST.ACCOUNT.eq(ACCOUNT.ID))
                .where(ACCOUNT.LOGIN.in(logins))
                .orderBy(POST.ID.desc())
                .fetch();
        var labels = posts.labels(found.map(row -> row.value3()));
        var known = new HashMap<String, Known>();
        found.forEach(row -> known.put(row.value1(), new Known(row.value2(), labels.getOrDefault(row.value3(), ""))));
        return known;
    }

    /// The name of an account and what people call its post.
    public record Known(String name, String post) {}
}
