package lianlin.messaging;

import java.util.ArrayList;
import java.util.List;
import lianlin.kernel.Area;
import org.jspecify.annotations.Nullable;

/// To whom a notice goes: kinds of people, of these places and of the organizations at or below these paths.
record Audience(int jurisdiction, List<Kind> kinds, List<Area> areas, List<String> paths) {
    enum Kind {
        /// Party members of the organizations of a place, or of an organization and all below it.
        MEMBERS,
        /// Who holds a post of work there.
        POSTS,
        /// Who lives there and has an account; the community alone writes to them.
        RESIDENTS
    }

    /// One kind of people of one place or of one organization: they are gone through one after the other.
    record Part(
            int jurisdiction,
            Kind kind,
            @Nullable Area area,
            @Nullable String path) {}

    List<Part> parts() {
        var parts = new ArrayList<Part>();
        for (var kind : kinds) {
            areas.forEach(area -> parts.add(new Part(jurisdiction, kind, area, null)));
            if (kind != Kind.RESIDENTS) {
                paths.forEach(path -> parts.add(new Part(jurisdiction, kind, null, path)));
            }
        }
        return parts;
    }
}
