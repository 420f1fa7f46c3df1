/// Time as offices count it: working days, deadlines, lamps and paused clocks. Rules CLK-01 to CLK-06.
@NullMarked
package lianlin.kernel.time;

import org.jspecify.annotations.NullMarked;
