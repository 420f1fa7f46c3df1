package lianlin.messaging;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import lianlin.kernel.time.WorkCalendar;
import lianlin.testing.Person;
import lianlin.testing.World;

/// What tests ask of messages and of the time of day.
final class Inbox {
    private Inbox() {}

    /// The titles of what somebody was told, the newest first.
    static List<String> titles(World world, Person person) {
        world.catchUp();
        return person.get("/api/messages").is(200).items("/title");
    }

    static int unread(World world, Person person) {
        world.catchUp();
        return person.get("/api/messages/unread").is(200).number("/count");
    }

    /// Lets time pass until it is this hour in the world, at least an hour from now.
    static void comesTo(World world, int hour) {
        var now = now(world).atZone(WorkCalendar.ZONE);
        var then = now.withHour(hour).withMinute(0).withSecond(0).withNano(0);
        world.later(Duration.between(now, then.isAfter(now.plusHours(1)) ? then : next(then)));
    }

    static Instant now(World world) {
        return world.inside(() -> world.server().clock().instant());
    }

    /// Sends by a channel what is due in this world.
    static int send(World world, Way way) {
        world.catchUp();
        return world.inside(() -> {
            var channel = world.server().context().getBeansOfType(Channel.class).values().stream()
                    .filter(each -> each.way() == way)
                    .findFirst()
                    .orElseThrow();
            return world.bean(Sender.class).send(channel);
        });
    }

    private static ZonedDateTime next(ZonedDateTime then) {
        return then.plusDays(1);
    }
}
