package lianlin.territory.duty;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.May;
import lianlin.kernel.Named;
import lianlin.kernel.Page;
import lianlin.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Duty rosters: weeks, the usual week, who is on duty now, my shifts and swaps (TER-11).
@RestController
@RequestMapping("/api/duty")
class DutyController {
    record NewShift(
            @NotNull LocalDate heldOn,

            @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "08:30")
            LocalTime starts,

            @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "17:30")
            LocalTime ends,

            @Nullable Id account,
            @Nullable @Size(max = 40) String name) {
        DutyDesk.Wish wish() {
            return new DutyDesk.Wish(heldOn, starts, ends, account, name);
        }
    }

    /// `seen` are the shifts that the page began with: where others are there by now, nothing is overwritten.
    record WeekWanted(
            @Nullable Id place,
            @Nullable Area area,
            @NotNull LocalDate monday,
            @NotNull @Size(max = 200) List<@NotNull Id> seen,
            @NotNull @Size(max = 200) List<@NotNull @Valid NewShift> shifts) {}

    /// A week to be filled from the one before, or from the usual week.
    record Filling(
            @Nullable Id place,
            @Nullable Area area,
            @NotNull LocalDate monday,
            @NotNull Source from) {}

    enum Source {
        LAST_WEEK,
        PATTERN
    }

    record UsualShift(
            @NotNull DayOfWeek weekday,

            @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "08:30")
            LocalTime starts,

            @NotNull @JsonFormat(pattern = "HH:mm") @Schema(type = "string", example = "17:30")
            LocalTime ends,

            @Nullable Id account,
            @Nullable @Size(max = 40) String name,
            @Nullable Id standIn) {}

    record PatternWanted(
            @Nullable Id place,
            @Nullable Area area,
            @NotNull @Size(max = 100) List<@NotNull @Valid UsualShift> shifts) {}

    record Ask(
            @NotNull Id shift,
            @NotNull Id account,
            @Nullable Id forShift) {}

    record Answer(@NotNull Swap.State state) {}

    private final Duty duty;
    private final DutyStore duties;
    private final DutyDesk desk;
    private final SwapDesk swaps;
    private final DutyPeople people;
    private final DutyExport export;
    private final Clock clock;

    DutyController(
            Duty duty,
            DutyStore duties,
            DutyDesk desk,
            SwapDesk swaps,
            DutyPeople people,
            DutyExport export,
            Clock clock) {
        this.duty = duty;
        this.duties = duties;
        this.desk = desk;
        this.swaps = swaps;
        this.people = people;
        this.export = export;
        this.clock = clock;
    }

    /// A week of a place, a grid or a community; `monday` may be any day of it.
    @GetMapping("/week")
    @May("duty.read")
    Duty.Week week(
            Acting acting,
            @RequestParam(required = false) @Nullable Id place,
            @RequestParam(required = false) @Nullable Area area,
            @RequestParam(required = false) @Nullable LocalDate monday) {
        return duty.week(acting, place, area == null && place == null ? acting.area() : area, monday(monday));
    }

    @GetMapping("/week/export")
    @May("duty.read")
    void export(
            Acting acting,
            @RequestParam(required = false) @Nullable Id place,
            @RequestParam(required = false) @Nullable Area area,
            @RequestParam(required = false) @Nullable LocalDate monday,
            HttpServletResponse response) {
        var week = duty.week(acting, place, area == null && place == null ? acting.area() : area, monday(monday));
        try (var file = export.write(week)) {
            file.send(response, export.title(week) + " " + week.monday() + ".xlsx");
        }
    }

    /// The whole week as it should be.
    @PutMapping("/week")
    @May("duty.edit")
    Duty.Week write(Acting acting, @Valid @RequestBody WeekWanted wanted) {
        desk.write(
                acting,
                wanted.place(),
                wanted.area(),
                wanted.monday(),
                wanted.seen(),
                wanted.shifts().stream().map(NewShift::wish).toList());
        return duty.week(acting, wanted.place(), wanted.area(), wanted.monday());
    }

    @PostMapping("/week/filling")
    @May("duty.edit")
    Duty.Week fill(Acting acting, @Valid @RequestBody Filling wanted) {
        switch (wanted.from()) {
            case LAST_WEEK -> desk.copy(acting, wanted.place(), wanted.area(), wanted.monday());
            case PATTERN -> desk.fill(acting, wanted.place(), wanted.area(), wanted.monday());
        }
        return duty.week(acting, wanted.place(), wanted.area(), wanted.monday());
    }

    @PutMapping("/pattern")
    @May("duty.edit")
    Duty.Week pattern(Acting acting, @Valid @RequestBody PatternWanted wanted) {
        desk.pattern(
                acting,
                wanted.place(),
                wanted.area(),
                wanted.shifts().stream().map(DutyController::usual).toList());
        return duty.week(acting, wanted.place(), wanted.area(), monday(null));
    }

    private static DutyStore.Usual usual(UsualShift shift) {
        var name = shift.name() == null ? "" : shift.name().strip();
        if (shift.account() == null && name.isEmpty()) {
            throw Problem.invalid("name", "duty.name");
        }
        return new DutyStore.Usual(
                shift.weekday(), shift.starts(), shift.ends(), shift.account(), name, shift.standIn(), null);
    }

    /// Who can be on duty in a community.
    @GetMapping("/people")
    @May("duty.read")
    Page<Named> people(
            Acting acting,
            @RequestParam(required = false) @Nullable Id place,
            @RequestParam(required = false) @Nullable Area area) {
        var point = duties.point(acting.scope(), place, area == null && place == null ? acting.area() : area);
        return Page.whole(people.of(point.area()));
    }

    /// Who is on duty now in one's own area, or at a place, in a grid or community of it.
    @GetMapping("/now")
    @May("duty.read")
    Page<Duty.View> now(
            Acting acting,
            @RequestParam(required = false) @Nullable Id place,
            @RequestParam(required = false) @Nullable Area area) {
        return Page.whole(duty.now(acting.scope(), place, area));
    }

    /// Who is on duty in the course of today in a grid and its community, or anywhere in a community.
    @GetMapping("/today")
    @May("duty.read")
    Page<Duty.View> today(Acting acting, @RequestParam(required = false) @Nullable Area area) {
        return Page.whole(duty.today(acting.scope(), area == null ? acting.area() : area));
    }

    /// Where duty is stood in a week, the busiest first.
    @GetMapping("/stands")
    @May("duty.read")
    Page<Duty.Stand> stands(Acting acting, @RequestParam(required = false) @Nullable LocalDate monday) {
        return Page.whole(duty.stands(acting.scope(), monday(monday)));
    }

    /// What somebody stands, to be had in exchange for a shift of mine.
    @GetMapping("/exchange")
    @May("duty.stand")
    Page<Duty.View> exchange(Acting acting, @RequestParam Id shift, @RequestParam Id account) {
        return Page.whole(duty.exchange(acting, shift, account));
    }

    /// My shifts, and the swaps that wait for an answer.
    @GetMapping("/mine")
    @May("duty.stand")
    Duty.Mine mine(Acting acting) {
        return duty.mine(acting);
    }

    @PostMapping("/swaps")
    @ResponseStatus(HttpStatus.CREATED)
    @May("duty.stand")
    Duty.Mine ask(Acting acting, @Valid @RequestBody Ask ask) {
        swaps.ask(acting, ask.shift(), ask.account(), ask.forShift());
        return duty.mine(acting);
    }

    /// The answer of the one who is asked; who asked can take it back, and either can call off what was agreed.
    @PutMapping("/swaps/{id}")
    @May("duty.stand")
    Duty.Mine answer(Acting acting, @PathVariable Id id, @Valid @RequestBody Answer answer) {
        swaps.answer(acting, id, answer.state());
        return duty.mine(acting);
    }

    private LocalDate monday(@Nullable LocalDate day) {
        return (day == null ? LocalDate.now(clock) : day).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
