package lianlin.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.database.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/// Makes accounts, posts and sessions for tests, past the rules and without the cost of a password.
public final class Enrolment {
    /// Somebody with an account.
    public record Enrolled(Id account, Id person, String name, String login, String phone) {}

    /// An open session: its token and the CSRF token that belongs to it.
    public record Opened(String token, String csrf) {}

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private final ApplicationContext context;

    public Enrolment(ApplicationContext context) {
        this.context = context;
    }

    /// An account of a district; `number` makes name, login and phone unique.
    public Enrolled enrol(int jurisdiction, int number) {
        var name = "张" + "甲乙丙丁戊己庚辛壬癸".charAt(number % 10) + "一二三四五六七八九十".charAt(number / 10 % 10);
        return enrol(jurisdiction, number, name);
    }

    public Enrolled enrol(int jurisdiction, int number, String name) {
        return enrol(jurisdiction, number, name, Id.next());
    }

    /// An account of a person who may have another one.
    public Enrolled enrol(int jurisdiction, int number, String name, Id person) {
        var account = Id.next();
        var login = "t" + number;
        var phone = "139%08d".formatted(number);
        Scoped.run(
                Scope.INSTALLATION,
                () -> bean(AccountStore.class)
                        .insert(
                                account,
                                jurisdiction,
                                person,
                                name,
                                login,
                                PhoneNumber.parse(phone),
                                null,
                                Account.State.ACTIVE,
                                java.time.Instant.now()));
        return new Enrolled(account, person, name, login, phone);
    }

    /// A post, whatever the rules say about giving posts; those of the table hold.
    public Id appoint(
            Id account, String role, Area area, @Nullable Id organization, @Nullable String path, String place) {
        return Scoped.call(Scope.INSTALLATION, () -> {
            var reach = bean(RoleStore.class).get(role).reach();
            var id = Id.next();
            bean(PostStore.class)
                    .insert(new Post(
                            id, area.county(), account, role, reach, area, organization, path, place, LONG_AGO, null));
            bean(Sessions.class).forgetAll();
            return id;
        });
    }

    /// A session under the first post of the account.
    public Opened enter(Id account) {
        return Scoped.call(Scope.INSTALLATION, () -> {
            var today = LocalDate.now(bean(java.time.Clock.class));
            var post = bean(PostStore.class).held(account, today).stream()
                    .findFirst()
                    .orElse(null);
            var token = bean(Sessions.class).open(account, post, "test", false);
            return new Opened(token, Security.csrf(token));
        });
    }

    /// A password that can be used to sign in.
    public void password(Id account, String password) {
        var hash = bean(Passwords.class).hash(password);
        Scoped.run(Scope.INSTALLATION, () -> bean(AccountStore.class).password(account, hash, false));
    }

    /// A role with these permissions.
    public void role(String code, Scope.Reach reach, String... permissions) {
        bean(RoleStore.class).addIfNew(code, reach, List.of(permissions));
    }

    /// The last code that was sent to a phone.
    public String code(String phone) {
        return Objects.requireNonNull(bean(SentCodes.class).to(phone), "no code was sent to " + phone);
    }

    private <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
