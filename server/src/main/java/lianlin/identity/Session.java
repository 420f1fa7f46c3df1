package lianlin.identity;

import java.time.Instant;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Labelled;
import lianlin.kernel.Named;
import org.jspecify.annotations.Nullable;

/// What the pages know of who is signed in: the person, the post under which requests act, the other posts,
/// and what the post may do. `csrf` comes back in the header `X-CSRF-Token` of every request that changes
/// something. `choosesPassword`: nothing else is served before a password of one's own replaces the one that was
/// handed over; `setsUpFactor`: nor before a second factor is set up. `ticket`: nobody is signed in yet, but the
/// password was right and a code of the second factor is wanted with this ticket. `codes`: whether codes can be sent to
/// phones here.
record Session(
        boolean signedIn,
        @Nullable Named person,
        @Nullable Held post,
        List<Held> posts,
        List<String> permissions,
        @Nullable String csrf,
        @Nullable Instant expires,
        boolean choosesPassword,
        boolean setsUpFactor,
        @Nullable String ticket,
        @Nullable Preferences preferences,
        boolean codes,
        boolean demo) {

    /// A post as its holder sees it.
    record Held(
            Id id, Labelled role, String reach, @Nullable Id organization, Area area, String place, String label) {}
}
