/// Who may do what: accounts, roles as bundles of permissions, posts, sessions, and the audit.
/// Rules IDN-10 to IDN-15.
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package lianlin.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
