package lianlin.identity;

import java.util.List;

/// A module that tells from its records, each time anew, what a post should see to. Nothing is kept: what is mended
/// is no longer told.
public interface Reminding {
    /// What the post may mend and should; empty for posts that cannot.
    List<Reminder> remind(Acting acting);
}
