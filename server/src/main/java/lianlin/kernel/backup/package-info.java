/// Copies of the database inside that can be trusted: taken while people work, sealed, tried out before they count, and
/// brought back to any moment since. An external PostgreSQL has tools of its own for all of this.
@NullMarked
package lianlin.kernel.backup;

import org.jspecify.annotations.NullMarked;
