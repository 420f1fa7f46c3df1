package lianlin.matter.order;

import java.time.Instant;
import lianlin.kernel.Id;

/// A photo of an order as pages show it; the picture itself is asked for by its id.
record OrderPhoto(Id id, Shows shows, int width, int height, Instant sent) {
    /// What is wrong, sent by the one who asks; or what was done, sent by the team.
    enum Shows {
        WISH,
        RESULT
    }

    /// Photos of each kind that an order may have.
    static final int MOST = 6;
}
