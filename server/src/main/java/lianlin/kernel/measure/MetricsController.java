package lianlin.kernel.measure;

import lianlin.kernel.May;
import lianlin.kernel.Open;
import lianlin.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/// How the installation does, for a scraper and for the system administrator.
@RestController
class MetricsController {
    private static final String TEXT = "text/plain;version=0.0.4;charset=utf-8";

    private final Meters meters;
    private final MetricsToken token;
    private final HealthParts health;

    MetricsController(Meters meters, MetricsToken token, HealthParts health) {
        this.meters = meters;
        this.token = token;
        this.health = health;
    }

    @GetMapping(path = "/metrics", produces = TEXT)
    @Open("a scraper has no post; it shows the token of the installation, and whoever does not is refused")
    String scraped(@RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String shown) {
        if (!token.shownIn(shown)) {
            throw Problem.unknownCaller("metrics.token");
        }
        return meters.text();
    }

    @GetMapping(path = "/api/metrics", produces = TEXT)
    @May("operation.read")
    String read() {
        return meters.text();
    }

    @GetMapping("/api/health")
    @May("operation.read")
    HealthParts.Health parts() {
        return health.now();
    }
}
