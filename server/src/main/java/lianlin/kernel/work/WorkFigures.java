package lianlin.kernel.work;

import java.util.List;
import java.util.Map;
import lianlin.kernel.measure.Measured;
import org.springframework.stereotype.Component;

/// How often in a row each worker has failed; 0 is how it should be.
@Component
class WorkFigures implements Measured {
    private final List<Staffed> parts;

    WorkFigures(List<Staffed> parts) {
        this.parts = parts;
    }

    @Override
    public List<Figure> figures() {
        return parts.stream()
                .flatMap(part -> part.workers().stream())
                .map(worker ->
                        new Figure("lianlin_worker_failures", Map.of("worker", worker.name()), worker.failures()))
                .toList();
    }
}
