package lianlin.identity;

import java.util.Collection;
import java.util.Map;
import lianlin.kernel.Id;
import org.springframework.stereotype.Component;

/// The names of those who acted, for timelines and lists: of accounts and of posts, in one call each.
@Component
public class Actors {
    private final AccountStore accounts;
    private final PostStore posts;

    Actors(AccountStore accounts, PostStore posts) {
        this.accounts = accounts;
        this.posts = posts;
    }

    /// An account and the person behind it.
    public record Actor(Id person, String name) {}

    public Map<Id, Actor> known(Collection<Id> ids) {
        return ids.isEmpty() ? Map.of() : accounts.actors(ids);
    }

    public Map<Id, String> accountNames(Collection<Id> ids) {
        return ids.isEmpty() ? Map.of() : accounts.names(ids);
    }

    /// Place and role of posts: 培德社区党委 · 社区书记.
    public Map<Id, String> postLabels(Collection<Id> ids) {
        return ids.isEmpty() ? Map.of() : posts.labels(ids);
    }
}
