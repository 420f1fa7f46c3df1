package lianlin.identity;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.http.Caller;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/// Finds out who acts, from the session's cookie, and lets the rest of the request see only the jurisdictions
/// of the post that acts.
class SessionFilter extends OncePerRequestFilter {
    private final Sessions sessions;
    private final SessionCookie cookie;

    SessionFilter(Sessions sessions, SessionCookie cookie) {
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var token = cookie.read(request);
        var live = token == null ? null : sessions.find(token).orElse(null);
        if (live == null) {
            chain.doFilter(request, response);
            return;
        }
        var acting = sessions.acting(live, request.getRemoteAddr(), MDC.get("request"));
        request.setAttribute(Acting.class.getName(), acting);
        request.setAttribute(Sessions.Live.class.getName(), live);
        request.setAttribute(Caller.ACTOR, acting.account());
        serve(acting.scope(), request, response, chain);
    }

    private static void serve(Scope scope, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var failure = Scoped.call(scope, () -> {
            try {
                chain.doFilter(request, response);
                return null;
            } catch (IOException | ServletException e) {
                return e;
            }
        });
        if (failure instanceof IOException e) {
            throw e;
        }
        if (failure instanceof ServletException e) {
            throw e;
        }
    }
}
