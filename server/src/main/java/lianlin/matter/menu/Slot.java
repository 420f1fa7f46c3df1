package lianlin.matter.menu;

import java.time.Instant;

/// A time at which a service is given, and how many places are left; `off` says that it is no working day.
record Slot(Instant starts, Instant ends, int places, int left, boolean off) {
    Slot taken(int many) {
        return new Slot(starts, ends, places, Math.max(0, places - many), off);
    }
}
