package lianlin.identity;

import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import org.jspecify.annotations.Nullable;

/// Where a post can stand. The modules that own organizations and areas answer it.
public interface Places {
    /// An organization's or an area's place in the two trees, and its name.
    record Place(int jurisdiction, Area area, @Nullable String path, String name) {}

    /// A problem `organization.absent` where the caller's scope has none.
    Place organization(Id id);

    /// A problem `area.absent` where there is none.
    Place area(Area area);

    /// The names of areas, as far as they are known.
    List<String> names(List<Area> areas);
}
