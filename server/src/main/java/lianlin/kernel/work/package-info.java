/// Work that goes on beside the requests, in threads of its own.
@NullMarked
package lianlin.kernel.work;

import org.jspecify.annotations.NullMarked;
