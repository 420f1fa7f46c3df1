package lianlin.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import org.jspecify.annotations.Nullable;

/// Where a post can stand. The module that knows organizations and areas answers it. Administrators see no business
/// through their scope, but may put posts at every place inside it.
public interface Places {
    /// An organization's or an area's place in the two trees, and its name.
    record Place(int jurisdiction, Area area, @Nullable String path, String name) {}

    /// A place found by its name: an organization has an id, an area only its code. `where` is what is above it.
    record Found(@Nullable Id organization, Area area, String name, String where) {}

    /// A problem `organization.absent` where the caller's scope has none.
    Place organization(Scope scope, Id id);

    /// A problem `area.absent` where the caller's scope has none.
    Place area(Scope scope, Area area);

    /// What places are called from the street down, 祖庙街道 · 培德社区, in one call.
    Map<Area, String> names(Collection<Area> areas);

    /// Organizations and areas of a scope by a part of the name, at most `limit` of each.
    List<Found> find(Scope scope, String name, int limit);
}
