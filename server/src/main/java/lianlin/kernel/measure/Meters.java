package lianlin.kernel.measure;

import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// All figures in the form that Prometheus reads. The parts of the application and the virtual machine are asked when
/// somebody looks; only requests are counted as they come.
@Component
public class Meters {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Figures figures;
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private boolean bound;

    Meters(Figures figures) {
        this.figures = figures;
    }

    PrometheusMeterRegistry registry() {
        return registry;
    }

    /// The text for a scraper.
    public String text() {
        bind();
        var text = new StringBuilder(registry.scrape());
        figures.now().forEach(figure -> {
            text.append(figure.name());
            if (!figure.labels().isEmpty()) {
                text.append(new TreeMap<>(figure.labels())
                        .entrySet().stream()
                                .map(label -> label.getKey() + "=\"" + label.getValue() + "\"")
                                .collect(Collectors.joining(",", "{", "}")));
            }
            text.append(' ').append(figure.value()).append('\n');
        });
        return text.toString();
    }

    /// Not at the start: nobody looks then, and it loads many classes.
    private synchronized void bind() {
        if (!bound) {
            List.of(
                            new JvmMemoryMetrics(),
                            new JvmThreadMetrics(),
                            new ClassLoaderMetrics(),
                            new ProcessorMetrics(),
                            new FileDescriptorMetrics(),
                            new UptimeMetrics(),
                            collections)
                    .forEach(part -> part.bindTo(registry));
            bound = true;
        }
    }
}
