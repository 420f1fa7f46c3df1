package lianlin.procedure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.Period;
import java.util.regex.Pattern;
import lianlin.kernel.time.WorkCalendar;

/// How long something may last: `2 working days` (CLK-01) or `7 days` (CLK-02).
public record Term(int days, boolean working) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3}) (working )?days?");

    @JsonCreator
    public static Term parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("A term reads like `2 working days` or `7 days`, not " + text);
        }
        return new Term(Integer.parseInt(match.group(1)), match.group(2) != null);
    }

    Instant due(Instant start, WorkCalendar calendar) {
        return working
                ? calendar.due(start, days)
                : calendar.due(start, Period.ofDays(days), WorkCalendar.LastDay.NEXT_WORKING_DAY);
    }

    @Override
    @JsonValue
    public String toString() {
        return days + (working ? " working" : "") + (days == 1 ? " day" : " days");
    }
}
