package lianlin.testing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/// What the server under test notices of each call: in which time it happens, and how many statements it takes.
final class Calls extends OncePerRequestFilter implements Ordered, ExecuteListener {
    static final String NUMBER = "X-Test-Call";
    static final String AHEAD = "X-Test-Ahead";

    private final TestClock clock;
    private final Map<String, AtomicInteger> statements = new ConcurrentHashMap<>();
    private final ThreadLocal<AtomicInteger> current = new ThreadLocal<>();

    Calls(TestClock clock) {
        this.clock = clock;
    }

    int statements(String number) {
        var counted = statements.get(number);
        return counted == null ? 0 : counted.get();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        var number = request.getHeader(NUMBER);
        if (number != null) {
            current.set(statements.computeIfAbsent(number, key -> new AtomicInteger()));
        }
        clock.ahead(duration(request.getHeader(AHEAD)), () -> go(request, response, chain));
        current.remove();
    }

    @Override
    public void executeStart(ExecuteContext statement) {
        var counted = current.get();
        if (counted != null && !remembered(statement.sql())) {
            counted.incrementAndGet();
        }
    }

    /// Who asks is remembered for a moment; whether that moment is just over says nothing about the call.
    private static boolean remembered(@Nullable String sql) {
        return sql != null
                && (sql.contains("\"identity\".\"session\".\"token\" =")
                        || sql.contains("from \"identity\".\"post\" join \"identity\".\"role\""));
    }

    private static Duration duration(@Nullable String text) {
        return text == null ? Duration.ZERO : Duration.parse(text);
    }

    private static boolean go(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
            return true;
        } catch (IOException | ServletException e) {
            throw new IllegalStateException(e);
        }
    }
}
