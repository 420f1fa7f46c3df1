/// Patrol records 巡查记录 of grids. Rule TER-11.
@NullMarked
@NamedInterface("patrol")
package lianlin.territory.patrol;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
