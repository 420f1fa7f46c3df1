/// Finding Chinese text by a part of it.
@NullMarked
package lianlin.kernel.text;

import org.jspecify.annotations.NullMarked;
