package lianlin.kernel.work;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Starts all workers when the application is ready and lets them end their last piece when it stops. What is
/// written at the start, the demo county most of all, has the machine for itself. Describing the API needs none.
@Component
class Workforce implements SmartLifecycle {
    private final List<Worker> workers;
    private volatile boolean running;

    Workforce(List<Staffed> parts, @Value("${lianlin.openapi:false}") boolean describing) {
        this.workers = describing
                ? List.of()
                : parts.stream().flatMap(part -> part.workers().stream()).toList();
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void begin() {
        if (running) {
            workers.forEach(Worker::start);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        workers.forEach(Worker::end);
        try {
            for (var worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
