package lianlin.kernel.measure;

import java.util.List;
import java.util.Map;

/// A part of the application that has figures about itself. It is asked when somebody looks, and not more often than
/// every five seconds.
public interface Measured {
    /// @param name in the manner of Prometheus, `lianlin_journal_unread_rows`
    /// @param labels never anything of a person; few values
    record Figure(String name, Map<String, String> labels, double value) {
        public Figure(String name, double value) {
            this(name, Map.of(), value);
        }
    }

    List<Figure> figures();
}
