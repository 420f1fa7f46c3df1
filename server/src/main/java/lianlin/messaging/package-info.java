/// Messages: what people are told of what happened, in an inbox of their own and by whatever else reaches them. It
/// hears
/// the journal and knows no business module: whom a fact concerns is a rule, and rules are data.
/// Rules MSG-01 to MSG-03.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity", "organization", "people", "territory"})
package lianlin.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
