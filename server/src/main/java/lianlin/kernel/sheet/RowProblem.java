package lianlin.kernel.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong with one cell: `code` is the key of the sentence, `values` fill it, `near` are entries that were
/// perhaps meant. `value` is what stands in the file, masked where it is personal.
public record RowProblem(
        int row, String column, @Nullable String value, String code, List<String> values, List<String> near) {}
