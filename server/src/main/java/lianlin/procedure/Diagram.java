package lianlin.procedure;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A procedure as people look at it: its states and the moves between them, and the same as Mermaid text. A `seldom`
/// state is not on the way that most cases go.
record Diagram(
        String name, String label, int version, String start, List<State> states, List<Move> moves, String mermaid) {
    record State(
            String code,
            String label,
            String tone,
            boolean end,
            boolean seldom,
            @Nullable String within) {}

    record Move(String action, String label, String from, String to, List<String> by) {}

    /// `term` says how long a state lasts where the reader is.
    static Diagram of(Procedure procedure, Function<String, @Nullable Term> term) {
        var states = procedure.states().entrySet().stream()
                .map(state -> {
                    var within = term.apply(state.getKey());
                    return new State(
                            state.getKey(),
                            state.getValue().label().text(),
                            state.getValue().tone(),
                            state.getValue().end(),
                            state.getValue().seldom(),
                            within == null ? null : within.toString());
                })
                .toList();
        var moves = procedure.actions().entrySet().stream()
                .flatMap(action -> action.getValue().from().stream()
                        .flatMap(from -> procedure.ends(action.getValue()).stream()
                                .map(to -> new Move(
                                        action.getKey(),
                                        action.getValue().label().text(),
                                        from,
                                        to,
                                        by(procedure, action.getValue())))))
                .toList();
        return new Diagram(
                procedure.name(),
                procedure.label().text(),
                procedure.version(),
                procedure.start(),
                states,
                moves,
                mermaid(procedure, states, moves));
    }

    private static List<String> by(Procedure procedure, Procedure.Action action) {
        return action.by().stream()
                .map(actor -> procedure.actor(actor).label().text())
                .toList();
    }

    private static String mermaid(Procedure procedure, List<State> states, List<Move> moves) {
        var text = new StringBuilder("stateDiagram-v2\n");
        states.forEach(state -> text.append("  state \"")
                .append(state.label())
                .append("\" as ")
                .append(state.code())
                .append('\n'));
        text.append("  [*] --> ").append(procedure.start()).append('\n');
        moves.forEach(move -> text.append("  ")
                .append(move.from())
                .append(" --> ")
                .append(move.to())
                .append(" : ")
                .append(move.label())
                .append('\n'));
        states.stream()
                .filter(State::end)
                .forEach(state -> text.append("  ").append(state.code()).append(" --> [*]\n"));
        return text.toString();
    }
}
