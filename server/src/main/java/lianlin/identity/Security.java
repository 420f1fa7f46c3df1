package lianlin.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lianlin.kernel.Problem;
import lianlin.kernel.TileKey;
import lianlin.kernel.http.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// What the browser is held to: headers, and a CSRF token bound to the session. Who may call what is said at each
/// handler and checked by [Permissions].
@Configuration
class Security {
    static final String CSRF_HEADER = "X-CSRF-Token";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "style-src-attr 'unsafe-inline'; img-src 'self' data: blob:%s; font-src 'self'; connect-src 'self'; "
            + "manifest-src 'self'; worker-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    /// The hosts of map tiles, which pictures may come from only where the installation has a key for them.
    private static final String TILES = IntStream.rangeClosed(0, 7)
            .mapToObj(" https://t%d.tianditu.gov.cn"::formatted)
            .collect(Collectors.joining());

    private static final String PLAIN = POLICY.formatted("");
    private static final String WITH_TILES = POLICY.formatted(TILES);

    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

    private final TileKey tiles;

    Security(TileKey tiles) {
        this.tiles = tiles;
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, Sessions sessions, SessionCookie cookie, Problems problems)
            throws Exception {
        var byAttribute = new CsrfTokenRequestAttributeHandler();
        return http.sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new SessionFilter(sessions, cookie), CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(new BoundToSession(cookie))
                        .csrfTokenRequestHandler(byAttribute)
                        .requireCsrfProtectionMatcher(Security::changesUnderASession))
                .exceptionHandling(handling -> handling.accessDeniedHandler((request, response, denied) ->
                        problems.write(request, response, Problem.denied("session.csrf"))))
                .headers(headers -> headers.addHeaderWriter((request, response) -> policy(response))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy ->
                                policy.policy("camera=(self), microphone=(self), geolocation=(self), payment=()"))
                        .cacheControl(cache -> cache.disable())
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                                request -> request.getRequestURI().startsWith("/api/"),
                                new CacheControlHeadersWriter())))
                .build();
    }

    /// A stricter one that an answer has of its own, as files have, stays.
    private void policy(HttpServletResponse response) {
        if (!response.containsHeader(CONTENT_SECURITY_POLICY)) {
            response.setHeader(CONTENT_SECURITY_POLICY, tiles.get().isBlank() ? PLAIN : WITH_TILES);
        }
    }

    /// There are no accounts known to the framework itself.
    @Bean
    UserDetailsService none() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    private static boolean changesUnderASession(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS", "TRACE" -> false;
            default -> request.getAttribute(Acting.class.getName()) != null || foreign(request);
        };
    }

    /// Browsers say where a request comes from: a page of another site may not even sign somebody in.
    private static boolean foreign(HttpServletRequest request) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        return "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                || origin != null && !request.getServerName().equals(host(origin));
    }

    private static @Nullable String host(String origin) {
        try {
            return new URI(origin).getHost();
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /// A token that is made from the session's, so that nothing needs to be stored.
    static final class BoundToSession implements CsrfTokenRepository {
        private final SessionCookie cookie;

        BoundToSession(SessionCookie cookie) {
            this.cookie = cookie;
        }

        @Override
        public CsrfToken generateToken(HttpServletRequest request) {
            var token = cookie.read(request);
            return new DefaultCsrfToken(CSRF_HEADER, "_csrf", token == null ? "none" : csrf(token));
        }

        @Override
        public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
            // nothing is stored: the token follows from the session's
        }

        @Override
        public CsrfToken loadToken(HttpServletRequest request) {
            return generateToken(request);
        }
    }

    /// The CSRF token of a session.
    static String csrf(String sessionToken) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update("csrf:".getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(digest.digest(sessionToken.getBytes(StandardCharsets.US_ASCII)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
