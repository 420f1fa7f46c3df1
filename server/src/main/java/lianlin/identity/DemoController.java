package lianlin.identity;

import java.util.List;
import lianlin.kernel.Open;
import lianlin.kernel.Page;
import lianlin.kernel.codes.PhoneNumber;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What only the demo shows: the codes that it would have sent, and its logins. Empty everywhere else.
@RestController
@RequestMapping("/api/demo")
class DemoController {
    private final ObjectProvider<DemoInbox> inbox;
    private final ObjectProvider<DemoLogins> logins;
    private final AccountStore accounts;

    DemoController(ObjectProvider<DemoInbox> inbox, ObjectProvider<DemoLogins> logins, AccountStore accounts) {
        this.inbox = inbox;
        this.logins = logins;
        this.accounts = accounts;
    }

    @GetMapping("/inbox")
    @Open("the demo's inbox stands for the phone of whoever tries it; there is none outside the demo")
    Page<DemoInbox.Message> inbox(@RequestParam PhoneNumber phone) {
        var messages = inbox.getIfAvailable();
        return Page.whole(messages == null ? List.of() : messages.list(accounts.phoneIndex(phone)));
    }

    @GetMapping("/logins")
    @Open("the demo names its invented people; there are none outside the demo")
    Page<DemoLogins.Login> logins() {
        var known = logins.getIfAvailable();
        return Page.whole(known == null ? List.of() : known.list());
    }
}
