package lianlin.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import lianlin.kernel.Problem;
import lianlin.kernel.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/// Judges what was filled into the form of an action: only fields that the form has, of their kind and within
/// bounds.
final class Forms {
    private Forms() {}

    /// The answers, cleaned; a problem that names every wrong field otherwise.
    static Map<String, Object> judge(Procedure.Action action, Map<String, Object> filled) {
        var errors = new ArrayList<FieldError>();
        var clean = new LinkedHashMap<String, Object>();
        for (var name : filled.keySet()) {
            if (!action.fields().containsKey(name)) {
                errors.add(new FieldError(name, "form.unknown", name));
            }
        }
        action.fields().forEach((name, field) -> {
            var value = filled.get(name);
            if (value == null || value instanceof String text && text.isBlank()) {
                if (field.required()) {
                    errors.add(
                            new FieldError(name, "form.missing", field.label().text()));
                }
                return;
            }
            var error = judge(name, field, value);
            if (error == null) {
                clean.put(name, value instanceof String text ? text.strip() : value);
            } else {
                errors.add(error);
            }
        });
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return clean;
    }

    private static @Nullable FieldError judge(String name, Procedure.FormField field, Object value) {
        var label = field.label().text();
        return switch (field.kind()) {
            case "number", "rating" -> {
                if (!(value instanceof Integer number)) {
                    yield new FieldError(name, "form.number", label);
                }
                var low = field.min() != null && number < field.min();
                var high = field.max() != null && number > field.max();
                yield low || high
                        ? new FieldError(
                                name, "form.range", label, String.valueOf(field.min()), String.valueOf(field.max()))
                        : null;
            }
            case "switch" -> value instanceof Boolean ? null : new FieldError(name, "form.text", label);
            case "choice" ->
                value instanceof String code
                                && field.options() != null
                                && field.options().stream()
                                        .anyMatch(option -> option.code().equals(code))
                        ? null
                        : new FieldError(name, "form.choice", label);
            default -> {
                if (!(value instanceof String text)) {
                    yield new FieldError(name, "form.text", label);
                }
                yield field.max() != null && text.length() > field.max()
                        ? new FieldError(name, "form.long", label, field.max())
                        : null;
            }
        };
    }
}
