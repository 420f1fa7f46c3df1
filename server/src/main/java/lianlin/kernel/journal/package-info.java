/// The journal: everything that happened, written with the change, read as timeline, audit, facts and counters.
@NullMarked
package lianlin.kernel.journal;

import org.jspecify.annotations.NullMarked;
