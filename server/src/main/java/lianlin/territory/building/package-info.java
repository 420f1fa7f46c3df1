/// Buildings of grids and the party groups that are linked to grids and buildings. Rules TER-01, TER-10, TER-12.
@NullMarked
@NamedInterface("building")
package lianlin.territory.building;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
