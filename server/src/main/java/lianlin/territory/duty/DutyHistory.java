package lianlin.territory.duty;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.time.WorkCalendar;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Writes rosters that stand already: the demo county, a system that is taken over.
@Component
public class DutyHistory {
    /// Somebody on duty on a day, from an hour to an hour; without an account by name alone.
    public record Past(
            Area area,
            @Nullable Id place,
            @Nullable String phone,
            LocalDate day,
            LocalTime starts,
            LocalTime ends,
            @Nullable Id account,
            String name) {}

    private final DutyStore duties;

    DutyHistory(DutyStore duties) {
        this.duties = duties;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void write(List<Past> pasts) {
        duties.insert(pasts.stream()
                .map(past -> new Shift(
                        past.area().county(),
                        Id.next(),
                        past.area(),
                        past.place(),
                        past.day(),
                        past.day()
                                .atTime(past.starts())
                                .atZone(WorkCalendar.ZONE)
                                .toInstant(),
                        past.day().atTime(past.ends()).atZone(WorkCalendar.ZONE).toInstant(),
                        past.account(),
                        past.name(),
                        past.phone(),
                        1))
                .toList());
    }
}
