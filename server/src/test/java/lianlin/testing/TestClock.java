package lianlin.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/// The clock of the server under test: real time, moved for one thread. A world that has let time pass says so with
/// each of its requests (see [Calls]), so that other tests notice nothing.
public final class TestClock extends Clock {
    private final Clock real;
    private final ThreadLocal<Duration> ahead;

    TestClock() {
        this(Clock.tick(Clock.system(ZoneId.of("Asia/Shanghai")), Duration.ofMillis(1)), new ThreadLocal<>());
    }

    private TestClock(Clock real, ThreadLocal<Duration> ahead) {
        this.real = real;
        this.ahead = ahead;
    }

    /// Does the work in a time that lies ahead of the real one.
    public <T> T ahead(Duration by, Supplier<T> work) {
        var before = ahead.get();
        ahead.set(by);
        try {
            return work.get();
        } finally {
            if (before == null) {
                ahead.remove();
            } else {
                ahead.set(before);
            }
        }
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new TestClock(real.withZone(zone), ahead);
    }

    @Override
    public Instant instant() {
        var by = ahead.get();
        return by == null ? real.instant() : real.instant().plus(by);
    }
}
