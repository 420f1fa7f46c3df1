package lianlin.kernel.backup;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where backups go and under which key, as somebody at the keyboard or in a unit file says it.
///
/// @param folder null where none is named
public record BackupPlace(@Nullable Path folder, Path key) {
    /// Beside nothing that it protects: in the home of whoever runs the application.
    public static Path usualKey() {
        return Path.of(System.getProperty("user.home"), ".lianlin", "backup.key");
    }

    public BackupFolder named() {
        if (folder == null) {
            throw new NotDone("Where are the backups? Name a folder, best on another disk or machine.");
        }
        return new BackupFolder(folder);
    }
}
