/// Territory: the tree of divisions from the province to the community, grids and places below it. Rules TER-01 to
/// TER-16.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
package lianlin.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
