package lianlin.messaging;

import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import lianlin.kernel.Id;
import lianlin.testing.Locality;
import lianlin.testing.World;

/// What tests ask of notices.
public final class Notices {
    private Notices() {}

    /// A notice of the secretary of a community to those who work there.
    public static Id toStaff(Locality place) {
        var draft = Map.of("title", "开会", "text", "周五下午开会。", "audience", Map.of("kinds", List.of("POSTS")));
        var notice = place.secretary().post("/api/notices", draft).is(201).id();
        handOut(place.world());
        return notice;
    }

    /// Hands out what waits in this district; how many batches that were.
    public static int handOut(World world) {
        var batches = 0;
        for (var end = System.nanoTime() + 60_000_000_000L; waits(world); ) {
            if (System.nanoTime() > end) {
                throw new AssertionError("notices were not handed out within a minute");
            }
            if (world.inside(() -> world.bean(NoticeHandout.class).piece())) {
                batches++;
            } else {
                // the worker of the server has it in hand
                LockSupport.parkNanos(5_000_000);
            }
        }
        return batches;
    }

    private static boolean waits(World world) {
        return world.server()
                .owner()
                .fetchOptional(
                        "SELECT FROM messaging.notice WHERE jurisdiction = ? AND (state = 'SENDING' OR reminder IS NOT NULL)",
                        world.jurisdiction())
                .isPresent();
    }
}
