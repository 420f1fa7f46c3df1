package lianlin.kernel.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs, unpacked from the archive inside the application when this version is used for
/// the first time.
record Binaries(Path folder) {
    /// The version of the archive that the build puts on the class path; a test compares it with what the
    /// program says.
    static final String VERSION = "18.6";

    static final String MAJOR = VERSION.substring(0, VERSION.indexOf('.'));

    static Binaries unpackedIn(Path parent) {
        var folder = parent.resolve("binaries-" + VERSION);
        if (!Files.isDirectory(folder)) {
            try {
                unpack(parent, folder);
            } catch (IOException e) {
                throw new CannotStart("PostgreSQL could not be unpacked into %s: %s.".formatted(parent, e), e);
            }
        }
        return new Binaries(folder);
    }

    String initdb() {
        return program("initdb");
    }

    String control() {
        return program("pg_ctl");
    }

    String postgres() {
        return program("postgres");
    }

    private String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /// Unpacks beside the place and renames at the end: a folder with the final name is complete.
    private static void unpack(Path parent, Path folder) throws IOException {
        var unfinished = parent.resolve("unpacking");
        Folders.delete(unfinished);
        Folders.create(unfinished, "rwxr-xr-x");
        try (var archive = open()) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                put(archive, entry, unfinished);
            }
        }
        // A power cut must not leave the final name with files whose content never reached the disk.
        Commands.attempt("sync", "-f", unfinished.toString());
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void put(TarArchiveInputStream archive, TarArchiveEntry entry, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive names a place outside the folder: " + entry.getName());
        }
        Files.createDirectories(
                entry.isDirectory() ? target : target.getParent(), PosixFilePermissions.asFileAttribute(Folders.OPEN));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(archive, target);
            var executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    private static TarArchiveInputStream open() throws IOException {
        return new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive())));
    }

    private static InputStream archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var stream = Binaries.class.getResourceAsStream("/postgres-%s-%s.txz".formatted(system, processor));
        if (stream == null) {
            throw new CannotStart(
                    "There is no PostgreSQL inside for this computer (%s, %s). Start one of your own, 15 or newer, and give its address: --database postgresql://user:password@host:5432/lianlin."
                            .formatted(system, System.getProperty("os.arch")));
        }
        return stream;
    }
}
