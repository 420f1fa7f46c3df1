/// Duty roster 值班表 and responsibility sections 党员责任段. Rules TER-11 and TER-15.
@NullMarked
@NamedInterface("duty")
package lianlin.territory.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
