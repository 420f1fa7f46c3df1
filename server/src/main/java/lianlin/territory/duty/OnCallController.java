package lianlin.territory.duty;

import java.util.List;
import java.util.Optional;
import lianlin.kernel.Area;
import lianlin.kernel.Open;
import lianlin.kernel.Page;
import lianlin.kernel.Problem;
import lianlin.territory.Counties;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Who is on duty, for everybody: what hangs at the door (TER-11).
@RestController
@RequestMapping("/api/duty/on-call")
class OnCallController {
    private static final int COUNTY = 3;

    private final Duty duty;
    private final Counties counties;

    OnCallController(Duty duty, Counties counties) {
        this.duty = duty;
        this.counties = counties;
    }

    /// Who is on duty now at or below a place: the family name, and the phone of the place. With `today` also who comes
    /// later on this day. Without a place that of the county, and nobody where there are several.
    @GetMapping
    @Open("who is on duty hangs at the door; here without given names")
    Page<Duty.View> onCall(
            @RequestParam(required = false) @Nullable Area area,
            @RequestParam(required = false) @Nullable Boolean today) {
        if (area != null && area.depth() < COUNTY) {
            throw Problem.invalid("area", "duty.point");
        }
        var where = area == null ? counties.only() : Optional.of(area);
        return Page.whole(where.map(place -> duty.forAll(place, Boolean.TRUE.equals(today)))
                .orElse(List.of()));
    }
}
