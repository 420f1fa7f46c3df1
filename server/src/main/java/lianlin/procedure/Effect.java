package lianlin.procedure;

import java.util.Map;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import org.jspecify.annotations.Nullable;

/// What else happens in an action: registered by name by the module that owns the case, run in the action's
/// transaction after its conditions hold and before the case moves.
public interface Effect {
    /// The name by which the definition of the procedure calls it, `order.dispatch`.
    String name();

    Outcome apply(Step step);

    /// One action on one case: who acts (null: the platform), with which answers to the form.
    record Step(Case thing, String action, @Nullable Acting acting, Map<String, Object> form) {
        /// A text answer, or null.
        public @Nullable String text(String field) {
            return form.get(field) instanceof String text && !text.isBlank() ? text.strip() : null;
        }

        /// A number that the form demands.
        public int number(String field) {
            return form.get(field) instanceof Number number ? number.intValue() : 0;
        }

        /// An id that the form names, or null.
        public @Nullable Id id(String field) {
            var text = text(field);
            try {
                return text == null ? null : Id.parse(text);
            } catch (IllegalArgumentException e) {
                throw Problem.invalid(field, "invalid.field");
            }
        }
    }

    /// What the effect decides: the state where the action leaves it open, who has the ball from now on, the action
    /// that the platform does right afterwards, what else is worth saying in the timeline.
    record Outcome(
            @Nullable String state,
            @Nullable Holder holder,
            boolean released,
            @Nullable String then,
            Map<String, Object> said) {
        public static final Outcome NONE = new Outcome(null, null, false, null, Map.of());

        /// The ball goes to an organization.
        public static Outcome heldBy(Holder holder) {
            return new Outcome(null, holder, false, null, Map.of());
        }

        /// The ball goes back to the community.
        public static Outcome givenBack() {
            return new Outcome(null, null, true, null, Map.of());
        }

        public Outcome in(String chosen) {
            return new Outcome(chosen, holder, released, then, said);
        }

        public Outcome then(String action) {
            return new Outcome(state, holder, released, action, said);
        }

        public Outcome saying(Map<String, Object> more) {
            return new Outcome(state, holder, released, then, more);
        }
    }
}
