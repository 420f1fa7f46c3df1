package lianlin.kernel.measure;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.measure.Measured.Figure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What the parts of the application say about themselves, asked at most every five seconds, however many look.
@Component
class Figures {
    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);
    private static final long FRESH = 5_000_000_000L;

    private final List<Measured> parts;
    private List<Figure> last = List.of();
    private long asked;

    Figures(List<Measured> parts) {
        this.parts = parts;
    }

    synchronized List<Figure> now() {
        if (asked == 0 || System.nanoTime() - asked > FRESH) {
            last = parts.stream()
                    .flatMap(part -> ask(part).stream())
                    .sorted(Comparator.comparing(Figure::name)
                            .thenComparing(figure -> figure.labels().toString()))
                    .toList();
            asked = System.nanoTime();
        }
        return last;
    }

    /// A part that fails is missing, which is a figure too, and the others are there.
    private static List<Figure> ask(Measured part) {
        try {
            return Scoped.call(Scope.INSTALLATION, part::figures);
        } catch (RuntimeException e) {
            LOG.warn("{} gives no figures", part.getClass().getSimpleName(), e);
            return List.of(new Figure(
                    "lianlin_figures_missing", Map.of("part", part.getClass().getSimpleName()), 1));
        }
    }
}
