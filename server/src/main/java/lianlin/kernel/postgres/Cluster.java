package lianlin.kernel.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder in which PostgreSQL keeps its data, and the settings with which it is run.
record Cluster(Path folder, Path logs, Binaries binaries, ServerUser user) {
    static final String OWNER = "lianlin";

    /// Finds the cluster of a data folder or makes an empty one.
    static Cluster in(Path data, Binaries binaries, ServerUser user, String password) throws IOException {
        var cluster = new Cluster(
                data.resolve("postgres").resolve("cluster"),
                data.resolve("logs").resolve("database"),
                binaries,
                user);
        if (!Files.isDirectory(cluster.folder)) {
            cluster.make(password);
        }
        cluster.refuseAnotherMajorVersion();
        // PostgreSQL refuses a folder that others may read, which a copy with the wrong mask brings about.
        Files.setPosixFilePermissions(cluster.folder, PosixFilePermissions.fromString("rwx------"));
        Folders.give(cluster.folder, user.owner());
        Folders.give(Folders.create(cluster.logs, "rwxr-x---"), user.owner());
        return cluster;
    }

    private void make(String password) throws IOException {
        var maker = user.withName();
        var unfinished = folder.resolveSibling("cluster.new");
        var passwordFile = folder.resolveSibling("password.new");
        Folders.delete(unfinished);
        Files.deleteIfExists(passwordFile);
        try {
            Folders.give(Folders.create(unfinished, "rwx------"), maker.owner());
            OwnerPassword.write(passwordFile, password);
            Folders.give(passwordFile, maker.owner());
            var outcome = Commands.attempt(maker.command(
                    unfinished,
                    binaries.initdb(),
                    "--pgdata=" + unfinished,
                    "--username=" + OWNER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    // With lc_ctype C, trigram search would pass over Chinese without a word.
                    "--lc-ctype=C.UTF-8",
                    "--data-checksums",
                    "--no-instructions"));
            if (!outcome.good()) {
                throw new CannotStart(
                        "PostgreSQL could not make its data folder %s: %s".formatted(folder, outcome.output()));
            }
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Folders.give(unfinished, user.owner());
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private void refuseAnotherMajorVersion() throws IOException {
        var found = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!found.equals(Binaries.MAJOR)) {
            throw new CannotStart(
                    "The data in %s was written by PostgreSQL %s, and this Lianlin brings %s. Start it with the Lianlin that wrote it, or move the data as docs/operating.md describes under «Upgrade»."
                            .formatted(folder, found, Binaries.MAJOR));
        }
    }

    /// Writes the settings anew, so that a start never runs with those of an older release. What an operator
    /// sets with `ALTER SYSTEM` lies in another file, which PostgreSQL reads after this one.
    void configure(int port, ServerSettings settings) throws IOException {
        replace("pg_hba.conf", """
                # Written by Lianlin at every start.
                host all         all 127.0.0.1/32 scram-sha-256
                host replication all 127.0.0.1/32 scram-sha-256
                """);
        replace("postgresql.conf", """
                # Written by Lianlin at every start. Lasting changes of your own: ALTER SYSTEM SET name = value.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 100

                # A commit that was acknowledged is on the disk.
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                wal_level = replica
                max_wal_size = '1GB'

                # Small enough to live beside the application on an office computer.
                shared_buffers = '128MB'
                work_mem = '8MB'
                maintenance_work_mem = '64MB'
                effective_cache_size = '1GB'
                random_page_cost = 1.1

                timezone = 'UTC'
                log_timezone = 'UTC'
                lc_messages = 'C'
                default_text_search_config = 'pg_catalog.simple'

                # One file for each day of the week. Values of statements are never written: they may be personal data.
                logging_collector = on
                log_directory = '%s'
                log_filename = 'database-%%a.log'
                log_rotation_age = '1d'
                log_rotation_size = 0
                log_truncate_on_rotation = on
                log_line_prefix = '%%m [%%p] %%a '
                log_error_verbosity = terse
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                log_min_duration_statement = '2s'
                log_checkpoints = off

                %s
                """.formatted(port, quoted(logs), String.join("\n", settings.lines())));
    }

    private void replace(String name, String content) throws IOException {
        var file = folder.resolve(name);
        var unfinished = folder.resolve(name + ".new");
        Files.writeString(unfinished, content);
        Folders.give(unfinished, user.owner());
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String quoted(Path path) {
        return path.toString().replace("\\", "\\\\").replace("'", "''");
    }

    /// The file that the running server keeps about itself: its process in the first line, its condition in
    /// the eighth.
    Path processFile() {
        return folder.resolve("postmaster.pid");
    }
}
