package lianlin.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// The cookie that carries the token. Over TLS, and on the machine itself, it is `__Host-lianlin`: Secure,
/// HttpOnly, SameSite=Lax, for this host only. Plain HTTP in a local network, as in a trial, gets a name
/// without the promise.
@Component
class SessionCookie {
    private static final String HARDENED = "__Host-lianlin";
    private static final String PLAIN = "lianlin";

    @Nullable
    String read(HttpServletRequest request) {
        var name = secure(request) ? HARDENED : PLAIN;
        for (var cookie : request.getCookies() == null ? new jakarta.servlet.http.Cookie[0] : request.getCookies()) {
            if (cookie.getName().equals(name) && !cookie.getValue().isEmpty()) {
                return cookie.getValue();
            }
        }
        return null;
    }

    void write(HttpServletRequest request, HttpServletResponse response, String token, Duration life) {
        var secure = secure(request);
        var cookie = ResponseCookie.from(secure ? HARDENED : PLAIN, token)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    private static boolean secure(HttpServletRequest request) {
        return request.isSecure()
                || request.getServerName().equals("localhost")
                || request.getServerName().equals("127.0.0.1");
    }
}
