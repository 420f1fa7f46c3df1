package lianlin.kernel.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A problem as RFC 9457 writes it: `title` says what was not done and why, `detail` how to mend it, `code`
/// is stable, `errors` name the fields, `request` is the number to quote.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemAnswer(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String code,
        List<Field> errors,
        @Nullable String request) {
    /// What is wrong with one field.
    public record Field(String field, String code, String message) {}
}
