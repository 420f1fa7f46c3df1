/// Organizations: the tree of party organizations and of all others, their typed and dated relations, and
/// where posts can stand. Rules ORG-01 to ORG-30.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity", "territory", "procedure"})
package lianlin.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
