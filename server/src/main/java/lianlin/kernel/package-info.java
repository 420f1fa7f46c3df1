/// What every module stands on and that knows no business word: ids, places in the territory tree, scope, problems,
/// paging, the journal and its counters, time, codes, crypto.
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package lianlin.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
