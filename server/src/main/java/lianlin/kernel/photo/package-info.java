/// Photos that people send: read, made anew without anything hidden in them, kept outside the web root.
@NullMarked
package lianlin.kernel.photo;

import org.jspecify.annotations.NullMarked;
