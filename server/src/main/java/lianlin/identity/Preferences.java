package lianlin.identity;

import jakarta.validation.constraints.Size;

/// How the pages look for a person, on every device where he signs in.
record Preferences(
        boolean elder,
        boolean night,
        boolean compact,
        @Size(max = 5) String language) {}
