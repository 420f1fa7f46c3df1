package lianlin.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lianlin.kernel.Id;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.http.IfMatch;
import lianlin.kernel.http.Once;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Accounts, for the security administrator.
@RestController
@RequestMapping("/api/accounts")
class AccountController {
    record NewAccount(
            @NotBlank @Size(max = 40) String name,

            @Nullable @Size(min = 3, max = 40) @Pattern(regexp = "[A-Za-z0-9._-]+", message = "account.login-letters")
            String login,

            @Nullable PhoneNumber phone,
            @Nullable Integer jurisdiction) {}

    record NewState(Account.State state) {}

    private final AccountStore accounts;
    private final AccountDesk desk;
    private final PostStore posts;
    private final Clock clock;

    AccountController(AccountStore accounts, AccountDesk desk, PostStore posts, Clock clock) {
        this.accounts = accounts;
        this.desk = desk;
        this.posts = posts;
        this.clock = clock;
    }

    @GetMapping
    @May("account.read")
    Page<Account> list(Acting acting, AccountStore.Filter filter, Paging paging) {
        return accounts.list(acting.scope(), filter, paging).of(accounts.count(acting.scope()));
    }

    @GetMapping("/{id}")
    @May("account.read")
    Account get(Acting acting, @PathVariable Id id) {
        return accounts.get(acting.scope(), id);
    }

    /// The posts that an account holds today.
    @GetMapping("/{id}/posts")
    @May("account.read")
    List<Post> posts(Acting acting, @PathVariable Id id) {
        return posts.held(accounts.get(acting.scope(), id).id(), LocalDate.now(clock));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @May("account.edit")
    AccountDesk.Opened open(Acting acting, @Valid @RequestBody NewAccount wanted, HttpServletRequest request) {
        Once.unkept(request); // the first password is shown once
        return desk.open(acting, wanted.name().strip(), wanted.login(), wanted.phone(), wanted.jurisdiction());
    }

    /// A new password for somebody who has forgotten his own; it is shown once.
    @PostMapping("/{id}/password")
    @May("account.edit")
    AccountDesk.Opened handOver(Acting acting, @PathVariable Id id, HttpServletRequest request) {
        Once.unkept(request);
        return desk.handOver(acting, id);
    }

    @PutMapping("/{id}/state")
    @May("account.edit")
    Account state(Acting acting, @PathVariable Id id, @IfMatch int version, @RequestBody NewState next) {
        return desk.state(acting, id, version, next.state());
    }
}
