package lianlin;

import ch.qos.logback.classic.Level;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import lianlin.kernel.backup.BackupFolder;
import lianlin.kernel.backup.BackupKey;
import lianlin.kernel.backup.BackupPlace;
import lianlin.kernel.backup.Backups;
import lianlin.kernel.backup.NotDone;
import lianlin.kernel.backup.Restore;
import lianlin.kernel.postgres.EmbeddedServer;
import lianlin.kernel.postgres.Login;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The two commands that are no start: `backup` and `restore`.
final class BackupCommands {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int KEEP = 7;
    private static final String HELP = """
            backup [--data DIR] --to DIR [--backup-key FILE] [--keep N]
                takes a backup of the database inside, whether or not Lianlin is running, tries it out, and keeps the
                newest N (default: 7)
            restore --from DIR --data NEWDIR --secrets DIR [--backup-key FILE] [--until MOMENT]
                makes a new data folder from the newest backup and the log since; with a moment, like
                2026-11-22T14:03 or 2026-11-22T14:03:20+08:00, as it was then. The keys are not in a backup: --secrets
                is a copy of the folder «secrets»

            --backup-key FILE   the key of the backups (also as LIANLIN_BACKUP_KEY; default: .lianlin/backup.key in the
                                home folder)
            --to, --from        also as LIANLIN_BACKUP_FOLDER
            """;

    private BackupCommands() {}

    /// What was asked for, in the order of the words.
    private static final class Asked {
        private Path data = Options.absolute("data");
        private Path key;
        private int keep = KEEP;
        private boolean help;
        private @Nullable Path folder;
        private @Nullable Path secrets;
        private @Nullable Instant until;

        Asked(List<String> words, Map<String, String> surroundings) {
            key = Options.backupKey(surroundings);
            var folder = surroundings.getOrDefault("LIANLIN_BACKUP_FOLDER", "");
            this.folder = folder.isBlank() ? null : Options.absolute(folder);
            for (var word = words.iterator(); word.hasNext(); ) {
                var option = new Options.Option(word.next(), word);
                switch (option.name()) {
                    case "--data" -> data = option.path();
                    case "--to", "--from" -> this.folder = option.path();
                    case "--backup-key" -> key = option.path();
                    case "--keep" -> keep = number(option.value());
                    case "--secrets" -> secrets = option.path();
                    case "--until" -> until = moment(option.value());
                    case "--help", "-h" -> help = true;
                    default ->
                        throw new NotDone(
                                "The option %s is unknown; --help lists those that exist.".formatted(option.name()));
                }
            }
        }

        BackupFolder backups() {
            return new BackupPlace(folder, key).named();
        }
    }

    /// False where the words ask for something else.
    static boolean run(List<String> words, Map<String, String> surroundings) {
        var command = words.isEmpty() ? "" : words.getFirst();
        if (!command.equals("backup") && !command.equals("restore")) {
            return false;
        }
        quiet();
        var asked = new Asked(words.subList(1, words.size()), surroundings);
        if (asked.help) {
            System.out.print(HELP);
            return true;
        }
        try {
            if (command.equals("backup")) {
                backup(asked);
            } else {
                restore(asked);
            }
        } catch (UncheckedIOException e) {
            throw new NotDone("A file is not open to this user, or gone: %s.".formatted(e.getCause()), e);
        }
        return true;
    }

    /// Libraries say nothing but warnings where no application has set up its log.
    static void quiet() {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root) {
            root.setLevel(Level.WARN);
        }
    }

    private static void backup(Asked asked) {
        if (!EmbeddedServer.isThere(asked.data)) {
            throw new NotDone("There is no database in %s to take a backup of.".formatted(asked.data));
        }
        var folder = asked.backups();
        var key = new BackupKey(asked.key).readOrMake(folder, asked.data);
        var backups = new Backups(asked.data, folder, key, asked.keep, Clock.system(ZONE));
        if (EmbeddedServer.isInUse(asked.data)) {
            System.out.println(backups.take(Login.ofRunning(asked.data)).sentence());
        } else {
            try (var server = EmbeddedServer.start(asked.data)) {
                System.out.println(backups.take(server.login()).sentence());
            }
        }
    }

    private static void restore(Asked asked) {
        if (asked.secrets == null) {
            throw new NotDone(
                    "The keys are not part of a backup: name the copy of the folder «secrets» of the installation with --secrets.");
        }
        var restore = new Restore(asked.backups(), new BackupKey(asked.key).read(), Clock.system(ZONE));
        System.out.println(restore.into(asked.data, asked.secrets, asked.until).sentence());
        System.out.printf("Start it with --data %s%n", asked.data);
    }

    private static int number(String text) {
        if (text.matches("[1-9]\\d{0,3}")) {
            return Integer.parseInt(text);
        }
        throw new NotDone("--keep expects a number of backups, 1 or more, not «%s».".formatted(text));
    }

    private static Instant moment(String text) {
        try {
            return text.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text.replace(' ', 'T')).atZone(ZONE).toInstant();
        } catch (DateTimeException e) {
            throw new NotDone(
                    "--until expects a moment like 2026-11-22T14:03 or 2026-11-22T14:03:20+08:00, not «%s»."
                            .formatted(text),
                    e);
        }
    }
}
