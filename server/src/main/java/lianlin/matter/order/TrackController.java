package lianlin.matter.order;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import lianlin.identity.Limits;
import lianlin.kernel.Labelled;
import lianlin.kernel.Open;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import lianlin.procedure.CaseView;
import lianlin.procedure.Cases;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Following an order by number and code, without signing in: for those who asked by telephone or at the door.
@RestController
@RequestMapping("/api/tracks")
class TrackController {
    /// Where an order stands: nothing that says whose it is.
    record Track(
            String number,
            String title,
            Labelled state,
            Instant opened,
            @Nullable Instant due,
            @Nullable String holder,
            List<CaseView.Passed> steps) {}

    private final Cases cases;
    private final OrderStore orders;
    private final Limits limits;

    TrackController(Cases cases, OrderStore orders, Limits limits) {
        this.cases = cases;
        this.orders = orders;
        this.limits = limits;
    }

    @GetMapping("/{number}")
    @Open("whoever has number and code may follow the order; wrong codes are limited and answered like wrong numbers")
    Track get(@PathVariable String number, @RequestParam String code, HttpServletRequest request) {
        return Scoped.call(Scope.INSTALLATION, () -> {
            limits.count("track:" + request.getRemoteAddr(), 30, Duration.ofMinutes(15), "track.often");
            var thing = cases.findByNumber(number.strip().toUpperCase())
                    .filter(found -> orders.fits(found.jurisdiction(), found.id(), code.strip()))
                    .orElseThrow(() -> Problem.absent("track", null));
            var line = cases.lines(List.of(thing)).getFirst();
            return new Track(
                    thing.number(),
                    thing.title(),
                    line.state(),
                    line.opened(),
                    line.due(),
                    line.holder() == null ? null : line.holder().name(),
                    cases.steps(null, thing));
        });
    }
}
