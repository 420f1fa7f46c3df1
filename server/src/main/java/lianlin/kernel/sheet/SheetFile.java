package lianlin.kernel.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// A sheet that is written to a file first and sent when it is whole: what fails while rows are read is
/// answered as a failure, and a transfer that breaks is shorter than announced. The heap holds neither rows
/// nor file.
public final class SheetFile implements AutoCloseable {
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Path path;
    private final int rows;

    private SheetFile(Path path, int rows) {
        this.path = path;
        this.rows = rows;
    }

    /// The file with everything that `rows` writes into it.
    public static SheetFile write(String sheet, List<SheetWriter.Column> columns, Consumer<SheetWriter> rows) {
        Path path = null;
        try {
            path = Files.createTempFile("lianlin-", ".xlsx");
            int written;
            try (var to = new BufferedOutputStream(Files.newOutputStream(path), 1 << 16);
                    var writer = new SheetWriter(to, sheet, columns)) {
                rows.accept(writer);
                written = writer.rows();
            }
            return new SheetFile(path, written);
        } catch (IOException e) {
            delete(path);
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            delete(path);
            throw e;
        }
    }

    /// Sends the whole file under a name, which may be Chinese.
    public void send(HttpServletResponse response, String name) {
        try {
            var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
            response.setContentType(TYPE);
            response.setHeader(
                    "Content-Disposition", "attachment; filename=\"export.xlsx\"; filename*=UTF-8''" + encoded);
            response.setContentLengthLong(Files.size(path));
            Files.copy(path, response.getOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Rows without the title.
    public int rows() {
        return rows;
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        delete(path);
    }

    private static void delete(@org.jspecify.annotations.Nullable Path path) {
        try {
            if (path != null) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
