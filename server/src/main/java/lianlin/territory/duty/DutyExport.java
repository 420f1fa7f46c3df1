package lianlin.territory.duty;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import lianlin.kernel.http.Sentences;
import lianlin.kernel.sheet.SheetFile;
import lianlin.kernel.sheet.SheetWriter;
import lianlin.kernel.time.WorkCalendar;
import org.springframework.stereotype.Component;

/// A week of a roster as a sheet, to be printed and pinned up.
@Component
class DutyExport {
    private final Sentences sentences;

    DutyExport(Sentences sentences) {
        this.sentences = sentences;
    }

    SheetFile write(Duty.Week week) {
        var columns = List.of(
                column("day", 14),
                column("weekday", 10),
                column("starts", 10),
                column("ends", 10),
                column("name", 16),
                column("phone", 18));
        return SheetFile.write(title(week), columns, sheet -> week.shifts().forEach(shift -> row(sheet, shift)));
    }

    String title(Duty.Week week) {
        return sentences.of("sheet.duty", week.name().replace(" · ", ""));
    }

    private void row(SheetWriter sheet, Duty.View shift) {
        sheet.row(
                shift.heldOn(),
                weekday(shift.heldOn()),
                LocalTime.ofInstant(shift.starts(), WorkCalendar.ZONE).toString(),
                LocalTime.ofInstant(shift.ends(), WorkCalendar.ZONE).toString(),
                shift.name(),
                shift.phone());
    }

    private String weekday(LocalDate day) {
        return sentences.of("sheet.duty.weekday." + day.getDayOfWeek().getValue());
    }

    private SheetWriter.Column column(String name, int width) {
        return new SheetWriter.Column(sentences.of("sheet.duty." + name), width);
    }
}
