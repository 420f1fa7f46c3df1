package lianlin.kernel.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// A POST happens once: its answer is stored under the caller and the `Idempotency-Key` in the transaction of its
/// effect. The same key again gets the same answer byte for byte, or 409 where it held what is not kept; with another
/// body it is refused (422); while the first is still running, 409. Only calls of somebody who is signed in are kept;
/// signing in and out need no key.
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
public class Once extends OncePerRequestFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final String UNKEPT = "lianlin.unkept";
    private static final int LONGEST_BODY = 1 << 20;

    private final Answered answered;
    private final TransactionTemplate transactions;
    private final Problems problems;

    Once(Answered answered, TransactionTemplate transactions, Problems problems) {
        this.answered = answered;
        this.transactions = transactions;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/")
                || request.getRequestURI().startsWith("/api/session")
                || !json(request);
    }

    private static boolean json(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || type.startsWith(MediaType.APPLICATION_JSON_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!(request.getAttribute(Caller.ACTOR) instanceof Id actor)) {
            chain.doFilter(request, response);
            return;
        }
        var key = request.getHeader(HEADER);
        if (key == null || !key.matches("[\\x21-\\x7e]{8,80}")) {
            problems.write(request, response, Problem.of(400, "once.key"));
            return;
        }
        var body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            problems.write(request, response, Problem.of(413, "status.413"));
            return;
        }
        var buffered = new ContentCachingResponseWrapper(response);
        Exception failure = null;
        try {
            transactions.executeWithoutResult(status -> {
                if (!serve(actor, key, new RepeatableRequest(request, body), buffered, chain)) {
                    status.setRollbackOnly();
                }
            });
        } catch (Problem
                | UncheckedIOException
                | org.springframework.dao.DataAccessException
                | org.springframework.transaction.TransactionException e) {
            // what could not be taken back is answered already
            failure = buffered.getStatus() < 400 ? e : null;
        }
        if (failure != null) {
            buffered.reset();
            problems.write(request, response, failure);
            return;
        }
        buffered.copyBodyToResponse();
    }

    /// Whether what happened is to be kept.
    private boolean serve(
            Id actor,
            String key,
            RepeatableRequest request,
            ContentCachingResponseWrapper response,
            FilterChain chain) {
        var digest = Answered.digest(request.getMethod() + " " + request.getRequestURI(), request.body());
        var before = answered.take(actor, key);
        if (before != null) {
            replay(before, digest, response);
            return false;
        }
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        if (response.getStatus() >= 400) {
            return false;
        }
        if (request.getAttribute(UNKEPT) == null) {
            answered.store(actor, key, digest, response);
        } else {
            answered.note(actor, key, digest, response.getStatus());
        }
        return true;
    }

    private static void replay(Answered.Answer before, byte[] digest, HttpServletResponse response) {
        if (!java.util.Arrays.equals(before.request(), digest)) {
            throw Problem.of(422, "once.other");
        }
        if (before.body() == null) {
            throw Problem.refused("once.unkept");
        }
        response.setStatus(before.status());
        before.headers().forEach(response::setHeader);
        response.setHeader("Idempotent-Replay", "true");
        try {
            response.getOutputStream().write(before.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Says that the answer shows somebody else's personal data, a first password or a new session: it is
    /// not kept, not even encrypted. The same key again is told that its request was carried out (409), and
    /// nothing is done twice.
    public static void unkept(HttpServletRequest request) {
        request.setAttribute(UNKEPT, true);
    }

    /// The headers of an answer that are kept.
    static final Set<String> KEPT = Set.of("Content-Type", "ETag", "Location");

    static @Nullable String header(HttpServletResponse response, String name) {
        return response.getHeader(name);
    }
}
