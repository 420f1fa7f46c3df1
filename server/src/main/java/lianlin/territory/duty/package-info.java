/// Duty roster 值班表. Rule TER-11.
@NullMarked
@NamedInterface("duty")
package lianlin.territory.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
