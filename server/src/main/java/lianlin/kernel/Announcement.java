package lianlin.kernel;

import java.util.List;

/// What a part of the application wants to have said on the console once everything is ready: the demo its
/// logins, for example.
public interface Announcement {
    List<String> lines();
}
