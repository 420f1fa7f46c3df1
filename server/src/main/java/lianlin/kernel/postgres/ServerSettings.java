package lianlin.kernel.postgres;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a server is started for besides serving: lines that stand behind the usual ones in `postgresql.conf`, and how
/// often the start is tried.
///
/// @param folder a folder that the server reads or writes, below `postgres`, or null
record ServerSettings(
        List<String> lines, int tries, @Nullable String folder) {
    private static final int PATIENT = 10;

    /// The server knows no `Z` while it reads its settings.
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS'+00'").withZone(ZoneOffset.UTC);

    static ServerSettings usual() {
        return new ServerSettings(List.of(), PATIENT, null);
    }

    /// Every finished piece of the log is laid into `spool`, at least once in a minute where something was written; the
    /// application takes it from there.
    static ServerSettings archiving(Path spool) {
        var place = quoted(spool);
        return new ServerSettings(
                List.of(
                        "archive_mode = on",
                        "archive_timeout = '50s'",
                        "archive_command = 'cp \"%%p\" \"%1$s/%%f.part\" && sync \"%1$s/%%f.part\" && mv \"%1$s/%%f.part\" \"%1$s/%%f\"'"
                                .formatted(place)),
                PATIENT,
                spool.getFileName().toString());
    }

    /// For a copy that is only looked at and then thrown away.
    static ServerSettings trial() {
        return new ServerSettings(
                List.of(
                        "fsync = off",
                        "autovacuum = off",
                        "logging_collector = off",
                        "shared_buffers = '64MB'",
                        "max_wal_size = '4GB'"),
                1,
                null);
    }

    /// For a copy that is brought forward by the pieces of the log in a folder, to their end or to a moment.
    static ServerSettings recovering(Path log, @Nullable Instant until) {
        var lines = List.of(
                "logging_collector = off",
                "hot_standby = off",
                "restore_command = 'cp \"%s/%%f\" \"%%p\"'".formatted(quoted(log)),
                until == null ? "recovery_target = ''" : "recovery_target_time = '%s'".formatted(MOMENT.format(until)),
                "recovery_target_action = 'promote'");
        return new ServerSettings(lines, 1, log.getFileName().toString());
    }

    private static String quoted(Path path) {
        return path.toString().replace("\\", "\\\\").replace("'", "''").replace("%", "%%");
    }
}
