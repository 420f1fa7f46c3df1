package lianlin.messaging;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import lianlin.kernel.Setting;
import lianlin.kernel.Settings;
import lianlin.kernel.time.WorkCalendar;
import org.springframework.stereotype.Component;

/// When nobody is disturbed (MSG-02): from ten in the evening to eight in the morning, or as the district has set it
/// (`messages.quiet`, like `22:00-08:00`; `off` for never).
@Component
class QuietHours implements Setting.Reader {
    static final String SETTING = "messages.quiet";
    private static final String USUAL = "22:00-08:00";
    private static final Setting HOURS =
            new Setting(SETTING, "MSG-02", Setting.Group.MESSAGES, Setting.Level.DISTRICT, new Setting.Hours(), USUAL);

    private final Settings settings;

    QuietHours(Settings settings) {
        this.settings = settings;
    }

    @Override
    public List<Setting> settings() {
        return List.of(HOURS);
    }

    /// The moment itself, or the end of the quiet hours that it falls into.
    Instant after(int jurisdiction, MessageKind kind, Instant moment) {
        return kind.heedsQuietHours()
                ? after(settings.find(jurisdiction, SETTING).orElse(USUAL), moment)
                : moment;
    }

    static Instant after(String hours, Instant moment) {
        if (!hours.matches("\\d{2}:\\d{2}-\\d{2}:\\d{2}")) {
            return moment;
        }
        var begin = LocalTime.parse(hours.substring(0, 5));
        var end = LocalTime.parse(hours.substring(6));
        var local = moment.atZone(WorkCalendar.ZONE);
        var time = local.toLocalTime();
        if (begin.isBefore(end)) {
            return time.isBefore(begin) || !time.isBefore(end) ? moment : at(local, end, 0);
        }
        if (!time.isBefore(begin)) {
            return at(local, end, 1);
        }
        return time.isBefore(end) ? at(local, end, 0) : moment;
    }

    private static Instant at(ZonedDateTime day, LocalTime time, int daysLater) {
        return day.toLocalDate()
                .plusDays(daysLater)
                .atTime(time)
                .atZone(WorkCalendar.ZONE)
                .toInstant();
    }
}
