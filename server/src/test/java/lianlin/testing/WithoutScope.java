package lianlin.testing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lianlin.identity.Acting;
import lianlin.identity.Post;
import lianlin.kernel.Area;
import lianlin.kernel.Scope;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/// Switches the first line off for requests that ask for it: every `scope.on(...)` of the application then answers
/// true, while the connections go on carrying the range of the post that is really held. It stands behind the filter
/// that finds out who acts, and exists in tests alone.
final class WithoutScope extends OncePerRequestFilter implements Ordered {
    static final String HEADER = "X-Test-Without-Scope";

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var name = Acting.class.getName();
        if (request.getHeader(HEADER) != null && request.getAttribute(name) instanceof Acting acting) {
            request.setAttribute(name, everywhere(acting));
        }
        chain.doFilter(request, response);
    }

    private static Acting everywhere(Acting acting) {
        var post = acting.post();
        if (post == null) {
            return acting;
        }
        var wide = new Post(
                post.id(),
                post.jurisdiction(),
                post.account(),
                post.role(),
                Scope.Reach.AREA,
                Area.COUNTRY,
                null,
                null,
                post.place(),
                post.starts(),
                post.ends());
        return new Acting(
                acting.session(),
                acting.account(),
                acting.person(),
                acting.name(),
                acting.home(),
                wide,
                acting.permissions(),
                acting.posts(),
                acting.address(),
                acting.request());
    }
}
