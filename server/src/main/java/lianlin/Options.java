package lianlin;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import lianlin.kernel.backup.BackupPlace;
import lianlin.kernel.postgres.CannotStart;
import org.jspecify.annotations.Nullable;

/// What the person at the keyboard asked for.
///
/// @param database the external database, or null for the one inside
/// @param backup where backups are laid every night, or null
/// @param backupBeforeUpgrade whether one is taken before tables are changed
/// @param logJson whether a line of the log is a JSON object
/// @param rehearse whether nobody is served and it ends by itself
/// @param openapi where to write the description of the interface instead of serving
record Options(
        Path data,
        int port,
        @Nullable DatabaseAddress database,
        boolean demo,
        boolean rehearse,
        @Nullable BackupPlace backup,
        boolean backupBeforeUpgrade,
        boolean logJson,
        @Nullable Path openapi,
        boolean help) {
    static final String HELP = """
            Lianlin 联邻

            --data DIR       folder for everything that is kept (default: data)
            --port N         port of the web pages (default: 8080)
            --database URL   an external PostgreSQL, 15 or newer, instead of the one inside:
                             postgresql://user:password@host:port/database
                             (also as the environment variable LIANLIN_DATABASE)
            --backup DIR     take a backup into this folder every night, and lay the log there every minute
                             (also as LIANLIN_BACKUP_FOLDER)
            --backup-key FILE  the key of the backups, outside of both folders; made where there is none
                             (also as LIANLIN_BACKUP_KEY; default: .lianlin/backup.key in the home folder)
            --no-upgrade-backup  do not take a backup before a new release changes the tables
                             (also as LIANLIN_BACKUP_BEFORE_UPGRADE=false)
            --log-json       write the log as JSON, one object in a line (also as LIANLIN_LOG_JSON=true)
            --no-demo        start without the demonstration district
            --rehearse       start with a small demonstration district, sign in and read, and end: with the option
                             -XX:AOTCacheOutput=FILE of java it makes the cache that shortens every start
            --openapi FILE   write the description of the HTTP interface and end
            --help           this text

            Two commands instead of a start: backup, restore (each with --help).
            """;

    /// @param surroundings the variables of the environment: there, a password does not show in the list of processes
    static Options parse(List<String> words, Map<String, String> surroundings) {
        var data = Path.of("data");
        var port = 8080;
        var database = surroundings.get("LIANLIN_DATABASE");
        var backup = surroundings.get("LIANLIN_BACKUP_FOLDER");
        var backupKey = backupKey(surroundings);
        var backupBeforeUpgrade = !"false".equals(surroundings.get("LIANLIN_BACKUP_BEFORE_UPGRADE"));
        var logJson = "true".equals(surroundings.get("LIANLIN_LOG_JSON"));
        var demo = true;
        var rehearse = false;
        Path openapi = null;
        var help = false;
        for (var word = words.iterator(); word.hasNext(); ) {
            var option = new Option(word.next(), word);
            switch (option.name()) {
                case "--data" -> data = option.path();
                case "--port" -> port = port(option.value());
                case "--database" -> database = option.value();
                case "--openapi" -> openapi = Path.of(option.value());
                case "--backup" -> backup = option.value();
                case "--backup-key" -> backupKey = option.path();
                case "--no-upgrade-backup" -> backupBeforeUpgrade = false;
                case "--log-json" -> logJson = true;
                case "--no-demo" -> demo = false;
                case "--rehearse" -> rehearse = true;
                case "--help", "-h" -> help = true;
                default ->
                    throw new CannotStart(
                            "The option %s is unknown; --help lists those that exist.".formatted(option.name()));
            }
        }
        var address = database == null ? null : DatabaseAddress.parse(database);
        var place =
                backup == null || backup.isBlank() || rehearse ? null : new BackupPlace(absolute(backup), backupKey);
        if (place != null && address != null) {
            throw new CannotStart(
                    "Backups are taken of the database inside only. An external one has its own: pgBackRest or pg_basebackup.");
        }
        return new Options(
                absolute(data.toString()),
                port,
                address,
                demo,
                rehearse,
                place,
                backupBeforeUpgrade,
                logJson,
                openapi,
                help);
    }

    static Path backupKey(Map<String, String> surroundings) {
        var named = surroundings.getOrDefault("LIANLIN_BACKUP_KEY", "");
        return named.isBlank() ? BackupPlace.usualKey() : absolute(named);
    }

    static Path absolute(String path) {
        return Path.of(path).toAbsolutePath().normalize();
    }

    private static int port(String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535) {
            return Integer.parseInt(text);
        }
        throw new CannotStart("--port expects a number up to 65535, not «%s».".formatted(text));
    }

    /// `--name value` or `--name=value`.
    record Option(String word, Iterator<String> following) {
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

        Path path() {
            return absolute(value());
        }
    }
}
