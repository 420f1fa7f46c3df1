package lianlin.kernel.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lianlin.kernel.Id;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Gives every request a number, which stands in the answer, in the log and in the journal, so that people
/// can quote it. What fails before a controller is reached becomes a problem here.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestNumbers extends OncePerRequestFilter {
    private final Problems problems;

    RequestNumbers(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var number = Id.next().toString();
        MDC.put("request", number);
        response.setHeader("X-Request-Id", number);
        try {
            chain.doFilter(request, response);
        } catch (RuntimeException | ServletException e) {
            if (response.isCommitted()) {
                throw e;
            }
            response.reset();
            response.setHeader("X-Request-Id", number);
            problems.write(request, response, e);
        } finally {
            MDC.remove("request");
        }
    }
}
