/// Matters: what people ask for, wish or report, with one intake, one number and one queue.
/// Rules SRV-01 to SRV-08 (`order`, `menu`).
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity", "territory", "procedure", "organization", "people"})
package lianlin.matter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
