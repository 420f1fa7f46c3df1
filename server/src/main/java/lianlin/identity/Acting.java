package lianlin.identity;

import java.util.Set;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.journal.Fact;
import org.jspecify.annotations.Nullable;

/// Somebody who acts: the account, the person behind it and the one post under which this request acts, with its
/// permissions and scope. Without a post a person may see and change only what is his own.
public record Acting(
        Id session,
        Id account,
        Id person,
        String name,
        int home,
        @Nullable Post post,
        Set<String> permissions,
        Set<Id> posts,
        @Nullable String address,
        @Nullable String request) {

    public Scope scope() {
        return post == null ? new Scope(1, 0, Scope.Reach.SYSTEM, Area.COUNTRY, null, null) : post.scope(person);
    }

    /// The district of the post, 0 without one.
    public int jurisdiction() {
        return post == null ? home : post.jurisdiction();
    }

    /// Whether the post is one of his own, today.
    boolean holds(Id other) {
        return posts.contains(other);
    }

    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    /// The area of the post; refused where a post is missing.
    public Area area() {
        if (post == null) {
            throw Problem.denied("post.missing");
        }
        return post.area();
    }

    /// The head of a fact about a thing, signed with account and post.
    public Fact.Header header(int jurisdiction, String subject, Id id) {
        return sign(Fact.Header.of(jurisdiction, subject, id));
    }

    /// A head that another module made, signed with account and post.
    public Fact.Header sign(Fact.Header header) {
        return header.by(account, post == null ? null : post.id(), address, request);
    }
}
