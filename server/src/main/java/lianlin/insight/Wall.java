package lianlin.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lianlin.kernel.Area;
import org.jspecify.annotations.Nullable;

/// What the wall shows of one place and what is below it. No names of persons.
record Wall(
        Instant asOf,
        Here scope,
        List<Figure> figures,
        Lamps lamps,
        List<Step> chain,
        List<Below> areas,
        List<Late> late,
        List<News> recent,
        List<Day> trend) {
    record Here(Area code, String name) {}

    /// A large figure; `note` says what it is made of.
    record Figure(
            String code,
            String label,
            long value,
            @Nullable String unit,
            @Nullable String note) {}

    /// Running orders by the time that is left; each is counted up to 1,001.
    record Lamps(long green, long yellow, long red) {}

    /// A step from the order to its rating, and how many came to it this month.
    record Step(String code, String label, long value) {}

    record Below(Area code, String name, long open, long late) {}

    /// An order whose time is over, and for how many hours.
    record Late(String title, String area, long hours) {}

    record News(
            Instant at, String who, String what, @Nullable String area) {}

    record Day(LocalDate day, long placed, long closed) {}
}
