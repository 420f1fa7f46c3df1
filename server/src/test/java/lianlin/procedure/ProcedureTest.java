package lianlin.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class ProcedureTest {
    private final Procedure order = Procedures.read(file("service-order"));

    @Test
    @Tag("SRV-01")
    void everyStateOfAnOrderIsReachedAndLeadsToAnEnd() {
        var reached = new HashSet<String>();
        var open = new ArrayDeque<>(Set.of(order.start()));
        while (!open.isEmpty()) {
            var state = open.pop();
            if (reached.add(state)) {
                order.actions().values().stream()
                        .filter(action -> action.from().contains(state))
                        .forEach(action -> open.addAll(action.targets()));
            }
        }

        assertThat(reached).isEqualTo(order.states().keySet());
        assertThat(order.states().keySet()).allMatch(this::leadsToAnEnd);
    }

    @Test
    @Tag("SRV-01")
    void theUsualWayGoesFromPlacingToRating() {
        assertThat(order.way())
                .containsExactly("SUBMITTED", "DISPATCHED", "ACCEPTED", "SERVING", "COMPLETED", "CLOSED");
    }

    @Test
    void aDefinitionThatEndsNowhereIsRefused() {
        var broken = file("service-order").replace("to: COMPLETED", "to: FINISHED");

        assertThatThrownBy(() -> Procedures.read(broken))
                .isInstanceOf(RuntimeException.class)
                .hasStackTraceContaining("complete ends in no state");
    }

    @Test
    void aDefinitionWithADeadEndIsRefused() {
        var broken = file("service-order")
                .replace("from: [SERVING]\n    to: COMPLETED", "from: [ACCEPTED]\n    to: COMPLETED")
                .replace("from: [ACCEPTED, SERVING]", "from: [ACCEPTED]");

        assertThatThrownBy(() -> Procedures.read(broken)).hasStackTraceContaining("SERVING cannot be left");
    }

    @Test
    void theDiagramNamesEveryStateAndMove() {
        var diagram = Diagram.of(order, state -> order.state(state).within());

        assertThat(diagram.mermaid()).contains("[*] --> SUBMITTED", "SUBMITTED --> DISPATCHED", "CLOSED --> [*]");
        assertThat(diagram.states()).hasSameSizeAs(order.states().keySet());
        assertThat(diagram.moves().stream().filter(move -> move.action().equals("rate")))
                .as("a good rating closes at once, a poor one asks for a visit")
                .extracting(Diagram.Move::to)
                .containsExactly("CLOSED", "EVALUATED");
    }

    private boolean leadsToAnEnd(String from) {
        var seen = new HashSet<String>();
        var open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty()) {
            var state = open.pop();
            if (order.state(state).end()) {
                return true;
            }
            if (seen.add(state)) {
                order.actions().values().stream()
                        .filter(action -> action.from().contains(state))
                        .forEach(action -> open.addAll(action.targets()));
            }
        }
        return false;
    }

    private static String file(String name) {
        try {
            return new ClassPathResource("procedures/" + name + ".yaml").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
