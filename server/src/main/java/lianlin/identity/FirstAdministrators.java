package lianlin.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lianlin.kernel.Announcement;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.crypto.PrivateFile;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// An installation without accounts gets its three administrators, apart from the first day on (IDN-11). Their
/// passwords are random, stand in a file that only the owner of the process reads, and are never printed.
@Component
@Order(0)
@ConditionalOnProperty(name = "lianlin.openapi", havingValue = "false", matchIfMissing = true)
class FirstAdministrators implements ApplicationRunner, Announcement {
    private record First(String login, String name, String role) {}

    private static final List<First> THREE = List.of(
            new First("sysadmin", "系统管理员", "SYSTEM_ADMIN"),
            new First("secadmin", "安全管理员", "SECURITY_ADMIN"),
            new First("auditor", "审计管理员", "AUDIT_ADMIN"));

    private final AccountStore accounts;
    private final PostStore posts;
    private final Passwords passwords;
    private final Facts facts;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Path file;
    private boolean made;

    FirstAdministrators(
            AccountStore accounts,
            PostStore posts,
            Passwords passwords,
            Facts facts,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${lianlin.data:data}") Path data) {
        this.accounts = accounts;
        this.posts = posts;
        this.passwords = passwords;
        this.facts = facts;
        this.transactions = transactions;
        this.clock = clock;
        this.file = data.resolve("secrets").resolve("first-administrators.txt");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Scoped.run(
                Scope.INSTALLATION,
                () -> transactions.executeWithoutResult(status -> {
                    if (accounts.claimFirst()) {
                        appoint();
                    }
                }));
    }

    /// The file is written before the transaction ends: without it there are no accounts either.
    private void appoint() {
        var lines = new ArrayList<String>();
        lines.add("Lianlin 联邻: the first administrators 首批管理员. Change the passwords, then delete this file.");
        for (var first : THREE) {
            var password = passwords.invent();
            appoint(first, password);
            lines.add("%-10s %s".formatted(first.login(), password));
        }
        new PrivateFile(file).replace((String.join("\n", lines) + "\n").getBytes(UTF_8));
        made = true;
    }

    private void appoint(First first, String password) {
        var account = Id.next();
        accounts.insert(
                account, 0, Id.next(), first.name(), first.login(), null, null, Account.State.INVITED, clock.instant());
        accounts.password(account, passwords.hash(password), true);
        var post = new Post(
                Id.next(),
                0,
                account,
                first.role(),
                Scope.Reach.SYSTEM,
                Area.COUNTRY,
                null,
                null,
                "平台",
                LocalDate.now(clock),
                null);
        posts.insert(post);
        facts.publish(new AccountDesk.AccountOpened(
                Fact.Header.of(0, "account", account).states(null, Account.State.INVITED)));
        facts.publish(new PostDesk.PostGiven(Fact.Header.of(0, "post", post.id()), account, first.role()));
    }

    @Override
    public List<String> lines() {
        return made
                ? List.of("administrators  管理员  sysadmin, secadmin, auditor; passwords in " + file.toAbsolutePath())
                : List.of();
    }
}
