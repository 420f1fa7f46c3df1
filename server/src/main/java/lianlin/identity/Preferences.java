package lianlin.identity;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// How the pages look for a person, on every device where he signs in. `keys`: single keys move through lists and
/// act; they do where nothing was said.
record Preferences(
        boolean elder,
        boolean night,
        boolean compact,
        @Nullable Boolean keys,
        @Size(max = 5) String language) {}
