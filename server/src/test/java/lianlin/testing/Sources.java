package lianlin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The source files of the server, for tests that hold what the compiler does not.
public final class Sources {
    /// A file with its path from the folder of the server.
    public record File(String path, String text) {
        /// Whether it lies in one of these folders of the code.
        public boolean in(String... folders) {
            return Arrays.stream(folders).anyMatch(folder -> path.contains("/lianlin/" + folder + "/"));
        }

        /// The path alone, so that failures stay readable.
        @Override
        public String toString() {
            return path;
        }
    }

    private static final Path SERVER = Path.of("").toAbsolutePath();

    private Sources() {}

    public static List<File> java() {
        return below("src/main/java", ".java");
    }

    public static List<File> javaWithTests() {
        return Stream.concat(java().stream(), below("src/test/java", ".java").stream())
                .toList();
    }

    public static List<File> resources(String folder, String ending) {
        return Files.isDirectory(SERVER.resolve("src/main/resources").resolve(folder))
                ? below("src/main/resources/" + folder, ending)
                : List.of();
    }

    /// The modules that exist: the packages right below `lianlin`.
    public static Set<String> modules() {
        try (var found = Files.list(SERVER.resolve("src/main/java/lianlin"))) {
            return found.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<File> below(String folder, String ending) {
        try (var found = Files.walk(SERVER.resolve(folder))) {
            return found.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .map(path -> new File(SERVER.relativize(path).toString(), read(path)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
