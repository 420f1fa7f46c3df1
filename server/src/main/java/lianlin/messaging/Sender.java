package lianlin.messaging;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lianlin.identity.Recipients;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import lianlin.messaging.Delivery.State;
import lianlin.messaging.DeliveryStore.Claimed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Sends what is due by one channel: takes a few deliveries in a transaction, sends them side by side outside of it,
/// and
/// writes down what became of each. One that fails is tried again later and later, at last laid aside, and stops none
/// of
/// the others (R10).
@Component
class Sender {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final int AT_ONCE = 20;
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final DeliveryStore deliveries;
    private final Recipients recipients;
    private final Texts texts;
    private final QuietHours quiet;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Duration patience;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Sender(
            DeliveryStore deliveries,
            Recipients recipients,
            Texts texts,
            QuietHours quiet,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${lianlin.messages.patience:10s}") Duration patience) {
        this.deliveries = deliveries;
        this.recipients = recipients;
        this.texts = texts;
        this.quiet = quiet;
        this.transactions = transactions;
        this.clock = clock;
        this.patience = patience;
    }

    private record Trying(Claimed claimed, Future<Channel.Outcome> answer) {}

    /// Sends what is due now, as far as the thread sees districts; how many were taken.
    int send(Channel channel) {
        var now = clock.instant();
        var taken = transactions.execute(status -> deliveries.claim(channel.way(), now, now.plus(LEASE), AT_ONCE));
        if (taken == null || taken.isEmpty()) {
            return 0;
        }
        var languages =
                recipients.languages(taken.stream().map(Claimed::account).toList());
        var tried = new ArrayList<Trying>();
        for (var claimed : taken) {
            if (!leftOut(channel, claimed)) {
                var language = languages.getOrDefault(claimed.account(), "zh");
                tried.add(new Trying(claimed, threads.submit(() -> hand(channel, claimed, language))));
            }
        }
        var end = System.nanoTime() + patience.toNanos();
        tried.forEach(each -> conclude(each, end));
        return taken.size();
    }

    /// Whether it need not or cannot go out by this channel, or not now.
    private boolean leftOut(Channel channel, Claimed claimed) {
        var now = clock.instant();
        var reason =
                claimed.read() ? "read" : !claimed.wanted() && !claimed.kind().duty() ? "not-wanted" : null;
        if (reason == null && !channel.ready()) {
            reason = "not-set-up";
        }
        if (reason != null) {
            deliveries.end(claimed, State.SKIPPED, now, null, reason);
            return true;
        }
        var due = quiet.after(claimed.jurisdiction(), claimed.kind(), now);
        if (due.isAfter(now)) {
            deliveries.later(claimed, due);
            return true;
        }
        return false;
    }

    private Channel.Outcome hand(Channel channel, Claimed claimed, String language) {
        var locale = language.equals("en") ? Locale.ENGLISH : Locale.CHINESE;
        LocaleContextHolder.setLocale(locale);
        var outgoing = new Channel.Outgoing(
                claimed.id(),
                claimed.jurisdiction(),
                claimed.account(),
                locale,
                claimed.kind(),
                texts.title(claimed.code(), claimed.said()),
                texts.text(claimed.code(), claimed.said()),
                claimed.subject(),
                claimed.subjectId());
        // the thread is a new one and sees no district by itself
        return Scoped.call(Scope.INSTALLATION, () -> channel.send(outgoing));
    }

    private void conclude(Trying each, long end) {
        try {
            var outcome = each.answer().get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            var now = clock.instant();
            switch (outcome) {
                case SENT -> deliveries.end(each.claimed(), State.SENT, now, now, null);
                case NO_ADDRESS -> deliveries.end(each.claimed(), State.SKIPPED, now, null, "no-address");
            }
        } catch (TimeoutException e) {
            each.answer().cancel(true);
            failed(each.claimed(), "timeout");
        } catch (ExecutionException e) {
            LOG.info(
                    "delivery {} failed at try {}",
                    each.claimed().id(),
                    each.claimed().attempts(),
                    e.getCause());
            failed(each.claimed(), "provider");
        } catch (InterruptedException e) {
            // the node stops: whatever is under way is due again when its lease runs out
            each.answer().cancel(true);
            Thread.currentThread().interrupt();
        }
    }

    private void failed(Claimed claimed, String reason) {
        var now = clock.instant();
        if (claimed.attempts() >= Delivery.MOST_ATTEMPTS) {
            LOG.warn("delivery {} was tried {} times and is laid aside", claimed.id(), claimed.attempts());
            deliveries.end(claimed, State.PARKED, now, null, reason);
        } else {
            deliveries.end(claimed, State.FAILED, now.plus(Delivery.pause(claimed.attempts())), null, reason);
        }
    }
}
