package lianlin.kernel.measure;

import io.micrometer.core.instrument.Timer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/// Times every request by the pattern of its path, never by the path itself, which names things. It costs one look into
/// a map and a few additions.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestMeter extends OncePerRequestFilter {
    private record Kind(String method, String route, int status) {}

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS");
    private static final Duration[] STEPS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5)
    };

    private final Meters meters;
    private final ConcurrentMap<Kind, Timer> timers = new ConcurrentHashMap<>();

    RequestMeter(Meters meters) {
        this.meters = meters;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var begin = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            var kind = kind(request, response);
            var timer = timers.get(kind);
            (timer == null ? timers.computeIfAbsent(kind, this::timer) : timer)
                    .record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
        }
    }

    private static Kind kind(HttpServletRequest request, HttpServletResponse response) {
        var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var method = request.getMethod();
        return new Kind(
                METHODS.contains(method) ? method : "OTHER",
                route == null ? "none" : route.toString(),
                response.getStatus());
    }

    private Timer timer(Kind kind) {
        return Timer.builder("lianlin.http.requests")
                .description("Requests by route and status")
                .tag("method", kind.method())
                .tag("route", kind.route())
                .tag("status", Integer.toString(kind.status()))
                .serviceLevelObjectives(STEPS)
                .register(meters.registry());
    }
}
