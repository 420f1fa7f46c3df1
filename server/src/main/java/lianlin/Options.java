package lianlin;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import lianlin.kernel.postgres.CannotStart;
import org.jspecify.annotations.Nullable;

/// What the person at the keyboard asked for.
///
/// @param database the external database, or null for the one inside
/// @param rehearse whether nobody is served and it ends by itself
/// @param openapi where to write the description of the interface instead of serving
record Options(
        Path data,
        int port,
        @Nullable DatabaseAddress database,
        boolean demo,
        boolean rehearse,
        @Nullable Path openapi,
        boolean help) {
    static final String HELP = """
            Lianlin 联邻

            --data DIR       folder for everything that is kept (default: data)
            --port N         port of the web pages (default: 8080)
            --database URL   an external PostgreSQL, 15 or newer, instead of the one inside:
                             postgresql://user:password@host:port/database
                             (also as the environment variable LIANLIN_DATABASE)
            --no-demo        start without the demonstration district
            --rehearse       start with a small demonstration district, sign in and read, and end: with the option
                             -XX:AOTCacheOutput=FILE of java it makes the cache that shortens every start
            --openapi FILE   write the description of the HTTP interface and end
            --help           this text
            """;

    /// @param surroundings the database from the environment: there, a password does not show in the list of
    /// processes
    static Options parse(List<String> words, @Nullable String surroundings) {
        var data = Path.of("data");
        var port = 8080;
        var database = surroundings;
        var demo = true;
        var rehearse = false;
        Path openapi = null;
        var help = false;
        for (var word = words.iterator(); word.hasNext(); ) {
            var option = new Option(word.next(), word);
            switch (option.name()) {
                case "--data" -> data = Path.of(option.value());
                case "--port" -> port = port(option.value());
                case "--database" -> database = option.value();
                case "--openapi" -> openapi = Path.of(option.value());
                case "--no-demo" -> demo = false;
                case "--rehearse" -> rehearse = true;
                case "--help", "-h" -> help = true;
                default ->
                    throw new CannotStart(
                            "The option %s is unknown; --help lists those that exist.".formatted(option.name()));
            }
        }
        var address = database == null ? null : DatabaseAddress.parse(database);
        return new Options(data.toAbsolutePath().normalize(), port, address, demo, rehearse, openapi, help);
    }

    private static int port(String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535) {
            return Integer.parseInt(text);
        }
        throw new CannotStart("--port expects a number up to 65535, not «%s».".formatted(text));
    }

    /// `--name value` or `--name=value`.
    private record Option(String word, Iterator<String> following) {
        String name() {
            var equals = word.indexOf('=');
            return equals < 0 ? word : word.substring(0, equals);
        }

        String value() {
            if (word.indexOf('=') >= 0) {
                return word.substring(word.indexOf('=') + 1);
            }
            if (!following.hasNext()) {
                throw new CannotStart("The option %s expects a value.".formatted(word));
            }
            return following.next();
        }
    }
}
