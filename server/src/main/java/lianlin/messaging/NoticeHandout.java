package lianlin.messaging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lianlin.kernel.Id;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import lianlin.kernel.work.Staffed;
import lianlin.kernel.work.Worker;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Hands notices out, some hundred people at a time: receivers, messages, deliveries and the position after them are
/// one transaction, so that a node that dies leaves nobody out and tells nobody twice (R10).
@Component
class NoticeHandout implements Staffed {
    static final int AT_ONCE = 500;
    private static final Duration REST = Duration.ofSeconds(5);

    private final NoticeStore notices;
    private final ReceiverStore receivers;
    private final Audiences audiences;
    private final MessageStore messages;
    private final Routing routing;
    private final Facts facts;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Worker worker;

    NoticeHandout(
            NoticeStore notices,
            ReceiverStore receivers,
            Audiences audiences,
            MessageStore messages,
            Routing routing,
            Facts facts,
            TransactionTemplate transactions,
            Clock clock) {
        this.notices = notices;
        this.receivers = receivers;
        this.audiences = audiences;
        this.messages = messages;
        this.routing = routing;
        this.facts = facts;
        this.transactions = transactions;
        this.clock = clock;
        this.worker = new Worker("notices", REST, Duration.ofSeconds(10), this::piece);
    }

    @Override
    public List<Worker> workers() {
        return List.of(worker);
    }

    /// There is a notice to hand out, once the transaction of now has ended.
    void begins() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                worker.ring();
            }
        });
    }

    /// One batch; false where nothing waits.
    boolean piece() {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var found = notices.underWay();
            found.ifPresent(notice -> {
                if (notice.state() == Notice.State.SENDING) {
                    handOut(notice);
                } else {
                    remind(notice);
                }
            });
            return found.isPresent();
        }));
    }

    private void handOut(Notice notice) {
        var parts = notice.audience().parts();
        var now = clock.instant();
        if (notice.stage() >= parts.size()) {
            done(notice.handedOut(notice.stage(), notice.position(), 0, now));
            return;
        }
        var some = audiences.some(parts.get(notice.stage()), notice.position(), AT_ONCE);
        var handed = some.people().stream()
                .filter(each -> !each.account().equals(notice.account()))
                .map(each -> new ReceiverStore.Handed(notice.id(), notice.jurisdiction(), each, Id.next()))
                .toList();
        var fresh = receivers.insert(handed);
        tell(handed.stream()
                .filter(each -> fresh.contains(each.message()))
                .map(each -> message(notice, each.message(), each.to().account(), false, notice.id(), now))
                .toList());
        var next = some.next();
        notices.handedOut(
                next == null
                        ? notice.handedOut(notice.stage() + 1, Audiences.BEGINNING, fresh.size(), null)
                        : notice.handedOut(notice.stage(), next, fresh.size(), null));
    }

    private void done(Notice notice) {
        notices.handedOut(notice);
        facts.publish(new NoticeSent(
                Fact.Header.of(notice.jurisdiction(), NoticeDesk.SUBJECT, notice.id())
                        .states(Notice.State.SENDING, Notice.State.SENT)
                        .area(notice.area()),
                notice.receivers()));
    }

    private void remind(Notice notice) {
        var reminder = notice.reminder();
        if (reminder == null) {
            return;
        }
        var waiting = receivers.waiting(notice.jurisdiction(), notice.id(), notice.reminderPosition(), AT_ONCE);
        var now = clock.instant();
        tell(waiting.stream()
                .map(account -> message(notice, Id.next(), account, true, reminder, now))
                .toList());
        if (waiting.size() < AT_ONCE) {
            notices.reminds(notice, null, Audiences.BEGINNING, null);
        } else {
            notices.reminds(notice, reminder, waiting.getLast(), null);
        }
    }

    private void tell(List<Message> told) {
        if (told.isEmpty()) {
            return;
        }
        var written = new java.util.HashSet<>(messages.insert(told));
        var sent = new ArrayList<Message>();
        told.forEach(message -> {
            if (written.contains(message.id())) {
                sent.add(message);
            }
        });
        if (!sent.isEmpty()) {
            routing.send(sent);
        }
    }

    private static Message message(Notice notice, Id id, Id account, boolean again, Id fact, Instant now) {
        return new Message(
                notice.jurisdiction(),
                id,
                account,
                again ? MessageKind.REMINDER : MessageKind.NOTICE,
                notice.code(again),
                notice.said(),
                NoticeDesk.SUBJECT,
                notice.id(),
                fact,
                now,
                null);
    }

    record NoticeSent(Fact.Header header, int receivers) implements Fact {}
}
