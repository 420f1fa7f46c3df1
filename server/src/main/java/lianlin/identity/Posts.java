package lianlin.identity;

import java.time.LocalDate;
import java.util.Collection;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import org.springframework.stereotype.Component;

/// The door to posts for the modules that move organizations and places: posts go where these go.
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

    /// Those who serve in a part of a grid have there the posts that they had at the whole (TER-12).
    public void extend(Area from, Area to, String place, Collection<Id> accounts, LocalDate since) {
        posts.extend(from, to, place, accounts, since);
        sessions.forgetAll();
    }

    /// The posts of some accounts at a place end on a day, because they serve there no more.
    public void end(Area at, Collection<Id> accounts, LocalDate day) {
        posts.end(at, accounts, day);
        sessions.forgetAll();
    }
}
