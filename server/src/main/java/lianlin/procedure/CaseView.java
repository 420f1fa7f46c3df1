package lianlin.procedure;

import java.time.Instant;
import java.util.List;
import lianlin.kernel.Labelled;
import org.jspecify.annotations.Nullable;

/// What a case shows beside its line: the actions that the caller may do now, each with its form, and the
/// steps that lie behind, the one that is due, and those still to come.
public record CaseView(CaseLine line, List<Offered> actions, List<Passed> steps) {
    /// An action that is open to the caller. `tone` is `sign` for the one act that moves the matter on.
    public record Offered(String name, String label, String tone, List<Field> form) {}

    /// A field of the form: `kind` is text, long, number, date, choice, team, rating or switch.
    public record Field(
            String field,
            String kind,
            String label,
            @Nullable String hint,
            boolean required,
            @Nullable Integer min,
            @Nullable Integer max,
            List<Labelled> options) {}

    /// A step: `kind` is past, warn, now or next. `who` is a name as the viewer may see it, `post` what he
    /// acted as.
    public record Passed(
            @Nullable Instant at,
            String action,
            String label,
            @Nullable String who,
            @Nullable String post,
            @Nullable String note,
            String kind) {}
}
