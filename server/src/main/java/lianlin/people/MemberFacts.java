package lianlin.people;

import java.util.Set;
import lianlin.kernel.Id;
import lianlin.kernel.journal.Fact;
import org.jspecify.annotations.Nullable;

/// What happens to members. Kept together: each is one line, and who listens wants to see them side by side.
public final class MemberFacts {
    /// The subject under which members are counted, by status, below every node of both trees.
    public static final String SUBJECT = "member";

    private MemberFacts() {}

    /// A member was entered, by hand or by an import.
    public record MemberRegistered(Fact.Header header) implements Fact {}

    /// The record was changed; `fields` names what, never the values.
    public record MemberChanged(Fact.Header header, Set<String> fields) implements Fact {}

    /// The status or the branch changed; `before` is the branch that he left, if he did.
    public record MemberMoved(Fact.Header header, @Nullable Id before) implements Fact {}

    /// A list of members was taken out; written before the first row leaves.
    public record MembersExported(Fact.Header header, long count, String filter) implements Fact {}
}
