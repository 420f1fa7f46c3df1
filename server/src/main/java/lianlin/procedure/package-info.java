/// Procedures and cases: state machines that people configure, kept as data with versions, and what runs by them.
/// Rules CLK-04, CLK-05; design.md, primitive "Procedure and case". Knows no procedure by name.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity"})
package lianlin.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
