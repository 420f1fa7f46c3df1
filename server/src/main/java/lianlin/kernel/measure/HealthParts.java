package lianlin.kernel.measure;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lianlin.kernel.backup.DailyBackup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Health in parts: how far the readers of the journal are behind, whether work beside the requests fails, how old the
/// newest backup is, how much room is left.
@Component
class HealthParts {
    enum State {
        FINE,
        /// Somebody should look.
        WARNING
    }

    /// The worst of the parts counts.
    record Health(State state, List<Part> parts) {}

    /// @param figure what was measured, in `unit`, and the limit beyond which somebody should look
    record Part(
            String name,
            State state,
            double figure,
            double limit,
            String unit,
            @Nullable String said) {}

    private static final Duration OLDEST_BACKUP = Duration.ofHours(26);
    private static final double MOST_LAG = 30;
    private static final double MOST_PIECES = 3;
    private static final double LEAST_ROOM = 10;

    private final DailyBackup backup;
    private final Figures figures;
    private final Clock clock;

    HealthParts(DailyBackup backup, Figures figures, Clock clock) {
        this.backup = backup;
        this.figures = figures;
        this.clock = clock;
    }

    Health now() {
        var parts = new ArrayList<Part>();
        for (var figure : figures.now()) {
            switch (figure.name()) {
                case "lianlin_journal_unread_seconds" ->
                    parts.add(upTo("journal " + figure.labels().get("reader"), figure.value(), MOST_LAG, "s"));
                case "lianlin_worker_failures" -> {
                    if (figure.value() > 0) {
                        parts.add(upTo("worker " + figure.labels().get("worker"), figure.value(), 0, "failures"));
                    }
                }
                case "lianlin_figures_missing" ->
                    parts.add(upTo("figures of " + figure.labels().get("part"), figure.value(), 0, "missing"));
                case "lianlin_messages" -> {
                    if ("PARKED".equals(figure.labels().get("state"))) {
                        parts.add(upTo("messages parked", figure.value(), 0, "messages"));
                    }
                }
                case "lianlin_disk_free_percent" ->
                    parts.add(new Part(
                            "disk",
                            figure.value() < LEAST_ROOM ? State.WARNING : State.FINE,
                            figure.value(),
                            LEAST_ROOM,
                            "% free",
                            null));
                default -> {}
            }
        }
        backup.condition().ifPresent(condition -> {
            var newest = condition.newest();
            var age = newest == null
                    ? 0
                    : Duration.between(newest, clock.instant()).toMinutes() / 60.0;
            var part = upTo("backup", age, OLDEST_BACKUP.toHours(), "h");
            var state = newest == null || condition.failure() != null ? State.WARNING : part.state();
            parts.add(new Part(part.name(), state, age, part.limit(), part.unit(), condition.failure()));
            parts.add(upTo("backup of the log", condition.waitingPieces(), MOST_PIECES, "pieces waiting"));
        });
        var warning = parts.stream().anyMatch(part -> part.state() == State.WARNING);
        return new Health(warning ? State.WARNING : State.FINE, parts);
    }

    private static Part upTo(String name, double figure, double limit, String unit) {
        return new Part(name, figure > limit ? State.WARNING : State.FINE, figure, limit, unit, null);
    }
}
