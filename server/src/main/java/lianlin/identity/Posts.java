package lianlin.identity;

import org.springframework.stereotype.Component;

/// The door to posts for the module that moves organizations: posts at an organization go where it goes.
@Component
public class Posts {
    private final PostStore posts;
    private final Sessions sessions;

    Posts(PostStore posts, Sessions sessions) {
        this.posts = posts;
        this.sessions = sessions;
    }

    /// In the transaction of the move: every post at or below a path gets the new one.
    public void relocate(int jurisdiction, String before, String after) {
        posts.relocate(jurisdiction, before, after);
        sessions.forgetAll();
    }
}
