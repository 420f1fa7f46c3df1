package lianlin.procedure;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lianlin.kernel.Problem;
import lianlin.kernel.http.Sentences;
import org.jspecify.annotations.Nullable;

/// A state machine that people configure: its states, who may do which action in which state, with which
/// form, and how long each state may last. Read from YAML that reads like the rule; checked when it is read.
public record Procedure(
        @JsonProperty("procedure") String name,
        int version,
        Label label,
        String prefix,
        String start,
        Map<String, Actor> actors,
        Map<String, State> states,
        Map<String, Action> actions) {

    /// A word in both languages.
    public record Label(String zh, String en) {
        String text() {
            return Sentences.language().getLanguage().equals("en") ? en : zh;
        }
    }

    /// Where somebody must stand to be this actor: in the area, with the holder, as the requester; or the platform.
    public enum Where {
        AREA,
        HOLDER,
        REQUESTER,
        PLATFORM
    }

    /// Who may act: a permission of the post, and where the post stands towards the case.
    public record Actor(
            Label label,
            @Nullable String permission,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
            Where where) {}

    /// A state: its word, the step that it waits for, how long it may last and what the platform does then. A
    /// `seldom` state is not on the way that most cases go.
    public record State(
            Label label,
            Label step,
            String tone,
            @Nullable Term within,
            @Nullable String then,
            boolean end,
            boolean seldom) {}

    /// What the clock of the case does in an action.
    public enum ClockMove {
        PAUSE,
        RESUME
    }

    /// An action: from which states to which, by whom, with which form; `effect` is the name under which the module
    /// that owns the case has registered what else happens. Of several states in `to` the effect chooses;
    /// `then` is the action that it may let the platform do right afterwards.
    public record Action(
            Label label,
            Label done,
            List<String> from,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
            List<String> to,

            List<String> by,
            String tone,
            @Nullable String effect,
            @Nullable String then,
            @Nullable ClockMove clock,
            boolean warn,
            @Nullable Map<String, FormField> form) {
        public Map<String, FormField> fields() {
            return form == null ? Map.of() : form;
        }

        List<String> targets() {
            return to == null ? List.of() : to;
        }
    }

    /// One field of an action's form.
    public record FormField(
            String kind,
            Label label,
            @Nullable Label hint,
            boolean required,
            @Nullable Integer min,
            @Nullable Integer max,
            @Nullable List<Option> options) {}

    /// One answer that a field offers.
    public record Option(String code, Label label) {}

    public State state(String code) {
        return Objects.requireNonNull(states.get(code), () -> name + " has no state " + code);
    }

    public Action action(String code) {
        var action = actions.get(code);
        if (action == null) {
            throw Problem.invalid("action", "case.action", code);
        }
        return action;
    }

    Actor actor(String code) {
        return Objects.requireNonNull(actors.get(code), () -> name + " has no actor " + code);
    }

    /// The states that most cases pass, in their order.
    List<String> way() {
        return states.entrySet().stream()
                .filter(state -> !state.getValue().seldom())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Who has to move a case on from a state; null where only time does.
    @Nullable
    Actor turn(String state) {
        return onward(state).map(action -> actors.get(action.by().getFirst())).orElse(null);
    }

    /// Where on the way the states begin that a case in a state has still before it. Off the way it is where the
    /// case comes back to it.
    int after(String state) {
        var way = way();
        if (way.contains(state)) {
            return way.indexOf(state) + 1;
        }
        return onward(state).stream()
                .flatMap(action -> action.targets().stream())
                .mapToInt(way::indexOf)
                .filter(at -> at >= 0)
                .min()
                .orElse(way.size());
    }

    private Optional<Action> onward(String state) {
        return actions.values().stream()
                .filter(action -> action.from().contains(state) && action.tone().equals("sign"))
                .findFirst();
    }

    /// Throws `IllegalArgumentException` where the definition contradicts itself.
    Procedure checked() {
        require(states.containsKey(start), "the start is no state");
        actions.forEach((code, action) -> {
            action.from().forEach(from -> require(states.containsKey(from), code + " begins in no state"));
            action.targets().forEach(to -> require(states.containsKey(to), code + " ends in no state"));
            action.by().forEach(by -> require(actors.containsKey(by), code + " is done by nobody"));
            require(action.to() != null || action.clock() != null, code + " does nothing");
            require(action.targets().size() < 2 || action.effect() != null, code + " leaves open where it ends");
            require(action.then() == null || goesOn(action, action(action.then())), code + " cannot go on so");
        });
        states.forEach((code, state) -> {
            require(state.then() == null || state.within() != null, code + " waits for no term");
            require(state.then() == null || actions.containsKey(state.then()), code + " ends in no action");
            var left =
                    actions.values().stream().anyMatch(action -> action.from().contains(code) && action.to() != null);
            require(state.end() != left, code + (state.end() ? " is an end and can be left" : " cannot be left"));
        });
        return this;
    }

    private static boolean goesOn(Action first, Action then) {
        return first.effect() != null && then.from().containsAll(first.targets());
    }

    /// The states in which a case may stand after an action, with what the platform does right afterwards.
    List<String> ends(Action action) {
        return action.then() == null
                ? action.targets()
                : Stream.concat(action(action.then()).targets().stream(), action.targets().stream())
                        .toList();
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("Procedure " + name + ": " + otherwise);
        }
    }
}
