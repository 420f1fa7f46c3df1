/// Outlines of grids and communities on the map: drawn or imported, judged against their neighbours, looked up by a
/// point. Rules TER-06, TER-12.
@NullMarked
@NamedInterface("shape")
package lianlin.territory.shape;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
