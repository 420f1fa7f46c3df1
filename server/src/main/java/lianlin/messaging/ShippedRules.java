package lianlin.messaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Brings in the rules of `messages.yaml` that the database does not know yet.
@Component
@Order(10)
@ConditionalOnProperty(name = "lianlin.openapi", havingValue = "false", matchIfMissing = true)
class ShippedRules implements ApplicationRunner {
    record Line(
            Rule.Tell tell,
            @Nullable String state,
            @Nullable String permission,
            MessageKind kind,
            String text,
            @Nullable List<String> said) {}

    record Content(int version, Map<String, List<Line>> rules, Map<MessageKind, Map<Way, Integer>> routes) {
        List<Rule> ruleList() {
            return rules.entrySet().stream()
                    .flatMap(fact -> fact.getValue().stream().map(line -> rule(fact.getKey(), line)))
                    .toList();
        }

        List<Route> routeList() {
            return routes.entrySet().stream()
                    .flatMap(kind -> kind.getValue().entrySet().stream()
                            .map(way ->
                                    new Route(RuleStore.SHIPPED, kind.getKey(), way.getKey(), version, way.getValue())))
                    .toList();
        }

        private Rule rule(String fact, Line line) {
            return new Rule(
                    RuleStore.SHIPPED,
                    fact,
                    line.tell(),
                    line.state() == null ? "" : line.state(),
                    version,
                    line.permission(),
                    line.kind(),
                    line.text(),
                    line.said() == null ? List.of("number", "holder") : line.said());
        }
    }

    private final RuleStore rules;
    private final Clock clock;

    ShippedRules(RuleStore rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        var shipped = read();
        Scoped.run(Scope.INSTALLATION, () -> rules.add(shipped.ruleList(), shipped.routeList(), clock.instant()));
    }

    static Content read() throws IOException {
        var text = new ClassPathResource("messages.yaml").getContentAsString(StandardCharsets.UTF_8);
        return new YAMLMapper().readValue(text, Content.class);
    }
}
