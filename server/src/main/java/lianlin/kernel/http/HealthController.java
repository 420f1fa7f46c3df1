package lianlin.kernel.http;

import java.util.Map;
import lianlin.kernel.Open;
import org.jooq.DSLContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whether the platform can serve: 200 when the database answers, 503 when not.
@RestController
class HealthController {
    private final DSLContext db;

    HealthController(DSLContext db) {
        this.db = db;
    }

    @GetMapping("/health")
    @Open("load balancers and the launcher ask it, and it says nothing but the state")
    Map<String, String> health() {
        db.selectOne().fetch();
        return Map.of("status", "UP");
    }
}
