/// Sheets of Excel that are written row by row.
@NullMarked
package lianlin.kernel.sheet;

import org.jspecify.annotations.NullMarked;
