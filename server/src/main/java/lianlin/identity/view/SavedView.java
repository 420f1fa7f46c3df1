package lianlin.identity.view;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Id;

/// A question to a list under a name: filter, words and order as they stand in the address, and the columns that are
/// not shown. `usual`: the list opens with it.
record SavedView(Id id, String list, String name, Map<String, String> query, List<String> hidden, boolean usual) {
    /// What a person saves.
    record Wanted(
            @NotNull @Pattern(regexp = "[a-z][a-z-]{0,39}") String list,
            @NotBlank @Size(max = 20) String name,
            @NotNull @Size(max = 20) Map<@Size(max = 40) String, @NotNull @Size(max = 100) String> query,
            @NotNull @Size(max = 20) List<@NotNull @Size(max = 40) String> hidden,
            boolean usual) {
        SavedView as(Id id) {
            return new SavedView(id, list, name.strip(), query, hidden, usual);
        }
    }
}
