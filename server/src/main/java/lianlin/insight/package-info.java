/// Insight: what the other modules know, seen together: the wall, later statistics and indices. Owns no
/// business; its figures come from the counters.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity", "territory", "procedure"})
package lianlin.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
