package lianlin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import lianlin.kernel.postgres.CannotStart;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL elsewhere: its JDBC address, without the login, and the login of the owner.
record DatabaseAddress(String url, String user, String password) {
    private static final String JDBC = "jdbc:";
    private static final String EXPECTED =
            "--database expects postgresql://user:password@host:port/database or a jdbc:postgresql: address with user and password.";

    /// @param text `postgresql://user:password@host:port/database`, or the JDBC form with `user` and `password`
    static DatabaseAddress parse(String text) {
        var uri = uri(text.startsWith(JDBC) ? text.substring(JDBC.length()) : text);
        var known = "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        if (!known || uri.getHost() == null || uri.getRawPath().length() < 2) {
            throw new CannotStart(EXPECTED);
        }
        String user = null;
        String password = null;
        var login = Objects.requireNonNullElse(uri.getRawUserInfo(), "");
        if (!login.isEmpty()) {
            var colon = login.indexOf(':');
            user = decoded(colon < 0 ? login : login.substring(0, colon));
            password = colon < 0 ? null : decoded(login.substring(colon + 1));
        }
        var rest = new ArrayList<String>();
        for (var parameter : parameters(uri)) {
            if (parameter.startsWith("user=")) {
                user = decoded(parameter.substring("user=".length()));
            } else if (parameter.startsWith("password=")) {
                password = decoded(parameter.substring("password=".length()));
            } else {
                rest.add(parameter);
            }
        }
        return new DatabaseAddress(url(uri, rest), given(user), given(password));
    }

    /// The password stays out of whatever prints the record.
    @Override
    public String toString() {
        return url;
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new CannotStart(EXPECTED, e);
        }
    }

    private static String url(URI uri, List<String> parameters) {
        var port = uri.getPort() < 0 ? 5432 : uri.getPort();
        var query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
        return "jdbc:postgresql://%s:%d%s%s".formatted(uri.getHost(), port, uri.getRawPath(), query);
    }

    private static List<String> parameters(URI uri) {
        return uri.getRawQuery() == null ? List.of() : List.of(uri.getRawQuery().split("&", -1));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    private static String given(@Nullable String part) {
        if (part == null) {
            throw new CannotStart(EXPECTED);
        }
        return part;
    }
}
