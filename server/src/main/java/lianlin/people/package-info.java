/// Persons, their ties to organizations and places, and the member record. Rules MEM-01 to MEM-05, IDN-13, IDN-14.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "identity", "territory", "organization"})
package lianlin.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
