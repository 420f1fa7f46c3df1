/// Responsibility sections 党员责任段/责任区: members look after a piece of public green or a key place. Rule TER-15.
@NullMarked
@NamedInterface("section")
package lianlin.territory.section;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
