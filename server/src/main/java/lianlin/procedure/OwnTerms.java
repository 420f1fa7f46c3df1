package lianlin.procedure;

import java.util.Optional;

/// A module whose districts set themselves how long a state of its procedure may last; where they have not, the
/// definition holds.
public interface OwnTerms {
    Optional<Term> find(int jurisdiction, String procedure, String state);
}
