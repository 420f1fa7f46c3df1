package lianlin.kernel.time;

import java.time.Duration;

/// The colour of time left 红黄绿灯 (CLK-05).
public enum Lamp {
    GREEN,
    YELLOW,
    RED;

    /// Red when over, else yellow when at most `yellowPercent` of `total` are left, else green. A total of nothing,
    /// like
    /// a deadline within a weekend, is yellow.
    static Lamp of(boolean over, Duration total, Duration left, int yellowPercent) {
        if (over) {
            return RED;
        }
        return left.multipliedBy(100).compareTo(total.multipliedBy(yellowPercent)) > 0 ? GREEN : YELLOW;
    }
}
