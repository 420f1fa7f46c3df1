package lianlin.messaging;

import java.time.Clock;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lianlin.identity.Recipients;
import lianlin.identity.Recipients.Meant;
import lianlin.kernel.Id;
import lianlin.kernel.journal.Happened;
import lianlin.kernel.journal.Listener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Hears what happened and tells those whom the rules name, never the one who did it (MSG-01). A batch of facts costs
/// four statements, however many facts and people.
@Component
class Telling implements Listener {
    /// What came in from elsewhere, long after it happened, is no news.
    private static final Period NEWS = Period.ofDays(7);

    private record Due(Happened fact, Rule rule) {}

    private final RuleStore rules;
    private final Recipients recipients;
    private final MessageStore messages;
    private final Routing routing;
    private final Clock clock;

    Telling(RuleStore rules, Recipients recipients, MessageStore messages, Routing routing, Clock clock) {
        this.rules = rules;
        this.recipients = recipients;
        this.messages = messages;
        this.routing = routing;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "messaging.telling";
    }

    @Override
    public Set<String> kinds() {
        return rules.facts();
    }

    @Override
    public Period news() {
        return NEWS;
    }

    @Override
    public void hear(List<Happened> facts) {
        var oldest = clock.instant().minus(NEWS);
        var due = new ArrayList<Due>();
        var meant = new ArrayList<Meant>();
        for (var fact : facts) {
            if (fact.at().isBefore(oldest)) {
                continue;
            }
            for (var rule : rules.rules(fact.jurisdiction(), fact.kind(), Objects.requireNonNullElse(fact.to(), ""))) {
                var whom = meant(fact, rule);
                if (whom != null) {
                    due.add(new Due(fact, rule));
                    meant.add(whom);
                }
            }
        }
        if (due.isEmpty()) {
            return;
        }
        var accounts = recipients.accounts(meant);
        var told = new LinkedHashMap<Id, Message>();
        for (var i = 0; i < due.size(); i++) {
            var fact = due.get(i).fact();
            for (var account : accounts.get(i)) {
                if (!account.equals(fact.actor())) {
                    var message = message(fact, due.get(i).rule(), account);
                    told.put(message.id(), message);
                }
            }
        }
        if (!told.isEmpty()) {
            routing.send(messages.insert(told.values()).stream()
                    .map(id -> Objects.requireNonNull(told.get(id)))
                    .toList());
        }
    }

    private static @Nullable Meant meant(Happened fact, Rule rule) {
        var district = fact.jurisdiction();
        return switch (rule.tell()) {
            case REQUESTER -> {
                var person = fact.text("requester");
                yield person == null ? null : Meant.person(district, Id.parse(person));
            }
            case HOLDER -> {
                var holder = fact.organization();
                yield holder == null ? null : Meant.at(district, holder, rule.permission());
            }
            case AREA -> {
                var area = fact.area();
                yield area == null ? null : Meant.in(district, area.community(), rule.permission());
            }
            case ABOVE -> {
                var area = fact.area();
                yield area == null ? null : Meant.in(district, area.community().parent(), rule.permission());
            }
        };
    }

    private static Message message(Happened fact, Rule rule, Id account) {
        var said = rule.said().stream()
                .map(name -> Objects.requireNonNullElse(fact.text(name), ""))
                .toList();
        return new Message(
                fact.jurisdiction(),
                Id.next(),
                account,
                Objects.requireNonNull(rule.kind()),
                rule.text(),
                said,
                fact.subject(),
                fact.subjectId(),
                fact.id(),
                fact.at(),
                null);
    }
}
