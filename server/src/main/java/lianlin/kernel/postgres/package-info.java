/// The PostgreSQL inside: unpacks the program, makes its data folder, starts it, watches it and stops it.
/// Knows nothing of what is kept in it.
@NullMarked
package lianlin.kernel.postgres;

import org.jspecify.annotations.NullMarked;
