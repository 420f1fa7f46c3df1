package lianlin.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import lianlin.kernel.time.WorkCalendar;

/// Finds the moments of a script, from the last one back: each in the hours of those who act, with believable time
/// between, and the platform's own moves exactly when a term has run out.
final class Moments {
    private static final Duration LOOKS = Duration.ofSeconds(12);

    private final WorkCalendar calendar;
    private final Instant now;

    Moments(WorkCalendar calendar, Instant now) {
        this.calendar = calendar;
        this.now = now;
    }

    /// The moment of placing, then one for each action.
    Instant[] of(Script script, Hours placed, Dice dice) {
        var actions = script.actions();
        var many = actions.size();
        var moments = new Instant[many + 1];
        var last = now.minus(Duration.ofMinutes(dice.between(script.least(), script.most())));
        for (var i = many; i >= 0; i--) {
            var action = i == 0 ? "open" : actions.get(i - 1);
            var following = i == many ? "" : actions.get(i);
            if (following.equals("pass-on")) {
                before(moments, i, dice);
            } else if (following.equals("leave-unrated")) {
                moments[i] = unrated(moments, i, dice);
            } else if (i < many && following.equals("close")) {
                moments[i] = moments[i + 1];
            } else {
                var latest = i == many ? last : moments[i + 1].minus(gap(following, dice));
                moments[i] = hours(action, placed).atOrBefore(latest, calendar, dice);
            }
        }
        return moments;
    }

    /// Dispatched so early that the term was over before the next team accepted.
    private void before(Instant[] moments, int at, Dice dice) {
        var accepted = moments[at + 2];
        var given = accepted.minus(Duration.ofDays(3));
        Instant over;
        do {
            given = Hours.OFFICE.atOrBefore(given.minus(Duration.ofHours(8)), calendar, dice);
            over = calendar.due(given, 1).plus(LOOKS);
        } while (over.plus(Duration.ofMinutes(10)).isAfter(accepted));
        moments[at] = given;
        moments[at + 1] = over;
    }

    /// Done so early that the seven days are over.
    private Instant unrated(Instant[] moments, int at, Dice dice) {
        var done = moments[at + 1].minus(Duration.ofDays(8));
        Instant over;
        do {
            done = Hours.SERVICE.atOrBefore(done.minus(Duration.ofHours(9)), calendar, dice);
            over = calendar.due(done, Period.ofDays(7), WorkCalendar.LastDay.NEXT_WORKING_DAY).plus(LOOKS);
        } while (!over.isBefore(now));
        moments[at + 1] = over;
        return done;
    }

    /// The time between an action and what came before.
    private static Duration gap(String action, Dice dice) {
        var late = dice.in100(8);
        return Duration.ofSeconds(60L
                * switch (action) {
                    case "dispatch" -> late ? dice.between(2_900, 4_800) : dice.between(12, 500);
                    case "accept" -> dice.between(8, 420);
                    case "refuse" -> dice.between(20, 300);
                    case "start" -> late ? dice.between(4_000, 6_000) : dice.between(90, 2_600);
                    case "complete" -> dice.between(30, 170);
                    case "rate" -> dice.between(30, 3_800);
                    case "return", "reject" -> dice.between(20, 400);
                    case "supplement" -> dice.between(60, 2_600);
                    case "resume" -> dice.between(900, 3_600);
                    case "call-back" -> dice.between(300, 2_400);
                    default -> dice.between(40, 900);
                } + dice.between(0, 59));
    }

    private static Hours hours(String action, Hours placed) {
        return switch (action) {
            case "open" -> placed;
            case "dispatch", "return", "reject", "call-back", "pause", "resume" -> Hours.OFFICE;
            case "rate", "supplement", "cancel", "close" -> Hours.HOME;
            default -> Hours.SERVICE;
        };
    }

    static boolean rising(List<Instant> moments) {
        for (var i = 1; i < moments.size(); i++) {
            if (moments.get(i).isBefore(moments.get(i - 1))) {
                return false;
            }
        }
        return true;
    }
}
