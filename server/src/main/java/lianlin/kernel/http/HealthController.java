package lianlin.kernel.http;

import java.util.Map;
import lianlin.kernel.Open;
import lianlin.kernel.Problem;
import org.jooq.DSLContext;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether the platform can serve: 200 when the start is over and the database answers, 503 when not.
@RestController
class HealthController {
    private final DSLContext db;
    private final ApplicationAvailability availability;

    HealthController(DSLContext db, ApplicationAvailability availability) {
        this.db = db;
        this.availability = availability;
    }

    @GetMapping("/health")
    @Open("load balancers and the launcher ask it, and it says nothing but the state")
    Map<String, String> health() {
        if (availability.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
            throw Problem.of(503, "busy");
        }
        db.selectOne().fetch();
        return Map.of("status", "UP");
    }
}
