package lianlin.kernel.time;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// The years that come with the product, `calendar/<year>.csv`: a heading, then `date,kind,name` (CLK-03).
final class ShippedCalendar {
    private static final List<Integer> YEARS = List.of(2025, 2026);

    private ShippedCalendar() {}

    static List<WorkCalendarDay> days() {
        var days = new ArrayList<WorkCalendarDay>();
        for (var year : YEARS) {
            try (var file = ShippedCalendar.class.getResourceAsStream("/calendar/" + year + ".csv")) {
                if (file == null) {
                    throw new IllegalStateException("No calendar of " + year);
                }
                new String(file.readAllBytes(), UTF_8).lines().skip(1).forEach(line -> days.add(day(line)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return days;
    }

    private static WorkCalendarDay day(String line) {
        var parts = line.split(",", 3);
        return new WorkCalendarDay(LocalDate.parse(parts[0]), WorkCalendarDay.Kind.valueOf(parts[1]), parts[2]);
    }
}
