/// Data that comes in and goes out in bulk: sheets are uploaded, checked, confirmed and written as one batch. Which
/// kinds of sheets there are, the modules below say, each with a [lianlin.kernel.sheet.Sheet]. Rule EXC-03.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
package lianlin.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
