package lianlin.kernel.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lianlin.kernel.postgres.EmbeddedServer;
import lianlin.kernel.postgres.Login;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/// A copy of the files of a server while it works, and of the pieces of its log that make them one moment: complete in
/// itself.
final class HotCopy {
    /// What a start makes anew, and what would keep a copy from starting.
    static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Pattern LEFT_OUT = Pattern.compile(
            "postmaster\\.(pid|opts)|backup_label.*|tablespace_map.*|.*\\.new|(.*/)?pg_internal\\.init|(.*/)?pgsql_tmp.*");
    private static final String CONTROL = "global/pg_control";
    private static final long PIECE = 16L << 20;

    private final Path cluster;
    private final Login login;
    private final Clock clock;

    HotCopy(Path data, Login login, Clock clock) {
        this.cluster = EmbeddedServer.cluster(data);
        this.login = login;
        this.clock = clock;
    }

    Manifest write(Pack pack) throws IOException {
        try (var connection = DriverManager.getConnection(login.url(), login.user(), login.password())) {
            return write(pack, DSL.using(connection));
        } catch (SQLException e) {
            throw new NotDone("The database could not be copied: " + e.getMessage(), e);
        }
    }

    private Manifest write(Pack pack, DSLContext db) throws IOException {
        var began = clock.instant();
        refuseTablespaces();
        // as long as this session lives no piece of the log is thrown away
        db.fetch("SELECT pg_create_physical_replication_slot('lianlin_backup', true, true)");
        var start = position(db.fetchSingle("SELECT pg_backup_start('lianlin', true)::text"), 0);
        var timeline = Objects.requireNonNull(db.fetchSingle("SELECT timeline_id FROM pg_control_checkpoint()")
                .get(0, Integer.class));
        copyFiles(pack);
        var stopped = db.fetchSingle("SELECT lsn::text, labelfile FROM pg_backup_stop(false)");
        pack.put("cluster/backup_label", Objects.requireNonNull(stopped.get(1, String.class)));
        var complete = clock.instant();
        var first = start / PIECE;
        var last = (position(stopped, 0) - 1) / PIECE;
        copyLog(pack, timeline, first, last);
        var version =
                Objects.requireNonNull(db.fetchSingle("SHOW server_version").get(0, String.class));
        return new Manifest(
                began,
                complete,
                version,
                timeline,
                name(timeline, first),
                name(timeline, last),
                pack.bytes(),
                List.of(),
                new TreeMap<>(),
                0);
    }

    /// `16/B374D848`: two hexadecimal halves.
    private static long position(Record row, int column) {
        var halves = Objects.requireNonNull(row.get(column, String.class)).split("/");
        return (Long.parseLong(halves[0], 16) << 32) + Long.parseLong(halves[1], 16);
    }

    private static String name(int timeline, long piece) {
        var inOne = (1L << 32) / PIECE;
        return "%08X%08X%08X".formatted(timeline, piece / inOne, piece % inOne);
    }

    private void refuseTablespaces() throws IOException {
        try (var found = Files.list(cluster.resolve("pg_tblspc"))) {
            if (found.findAny().isPresent()) {
                throw new NotDone(
                        "The database has tablespaces of its own, which this backup does not cover: use pg_basebackup.");
            }
        }
    }

    private void copyFiles(Pack pack) throws IOException {
        for (var name : names()) {
            var path = cluster.resolve(name);
            if (Files.isDirectory(path)) {
                pack.folder("cluster/" + name);
            } else if (!name.equals(CONTROL)) {
                copy(pack, path, "cluster/" + name);
            }
        }
        copy(pack, cluster.resolve(CONTROL), "cluster/" + CONTROL);
    }

    private List<String> names() throws IOException {
        var names = new ArrayList<String>();
        try (var found = Files.walk(cluster)) {
            for (var path : (Iterable<Path>) found::iterator) {
                var name = cluster.relativize(path).toString();
                var top = cluster.relativize(path).getName(0).toString();
                var inside = EMPTY.contains(top) && !name.equals(top);
                if (!name.isEmpty() && !inside && !LEFT_OUT.matcher(name).matches()) {
                    names.add(name);
                }
            }
        } catch (UncheckedIOException e) {
            // a table was dropped while its folder was read
            if (e.getCause() instanceof NoSuchFileException) {
                return names();
            }
            throw e;
        }
        return names;
    }

    private void copyLog(Pack pack, int timeline, long first, long last) throws IOException {
        var log = cluster.resolve("pg_wal");
        pack.folder("cluster/pg_wal/archive_status");
        for (var piece = first; piece <= last; piece++) {
            copy(pack, log.resolve(name(timeline, piece)), "cluster/pg_wal/" + name(timeline, piece));
        }
        try (Stream<Path> found = Files.list(log)) {
            for (var history :
                    found.filter(file -> file.toString().endsWith(".history")).toList()) {
                copy(pack, history, "cluster/pg_wal/" + history.getFileName());
            }
        }
    }

    /// What has been dropped since is missing in the copy too: the log knows.
    private static void copy(Pack pack, Path file, String name) throws IOException {
        InputStream stream;
        long size;
        try {
            stream = Files.newInputStream(file);
            size = Files.size(file);
        } catch (NoSuchFileException e) {
            if (name.contains("/pg_wal/") || name.endsWith(CONTROL)) {
                throw e;
            }
            return;
        }
        try (stream) {
            pack.put(name, size, stream);
        }
    }
}
