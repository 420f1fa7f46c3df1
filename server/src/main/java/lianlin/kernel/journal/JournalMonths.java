package lianlin.kernel.journal;

import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.YearMonth;
import lianlin.kernel.Id;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Makes the monthly partitions of the journal ahead of time, so that old months can be kept apart and laid away. The
/// first time before anything is written: a month with rows in the default partition stays there.
@Component
class JournalMonths {
    private static final Logger LOG = LoggerFactory.getLogger(JournalMonths.class);
    private static final int AHEAD = 2;
    private static final int SIX_HOURS = 21_600_000;

    private final DSLContext db;
    private final Clock clock;
    private final boolean describing;

    JournalMonths(DSLContext db, Clock clock, @Value("${lianlin.openapi:false}") boolean describing) {
        this.db = db;
        this.clock = clock;
        this.describing = describing;
    }

    @PostConstruct
    @Scheduled(initialDelay = SIX_HOURS, fixedDelay = SIX_HOURS)
    void makeAhead() {
        if (describing) {
            return;
        }
        try {
            var month = YearMonth.now(clock);
            for (var ahead = 0; ahead <= AHEAD; ahead++) {
                open(month.plusMonths(ahead));
            }
        } catch (RuntimeException e) {
            LOG.warn("the journal has no partition for a month to come; tried again in six hours", e);
        }
    }

    /// False where rows of the month stand in the default partition, where they may stay.
    boolean open(YearMonth month) {
        return Boolean.TRUE.equals(db.resultQuery(
                        "SELECT kernel.open_journal_month({0}, {1}, {2})",
                        DSL.val(month.getYear() * 100 + month.getMonthValue()),
                        DSL.val(first(month).value()),
                        DSL.val(first(month.plusMonths(1)).value()))
                .fetchSingle()
                .get(0, Boolean.class));
    }

    private Id first(YearMonth month) {
        return Id.at(month.atDay(1).atStartOfDay(clock.getZone()).toInstant(), 0);
    }
}
