/// Tables that come in and go out as files: Excel and CSV read as streams and held to limits, templates,
/// sheets with remarks, exports in bounded memory (EXC-03). It knows no business word: what a sheet means
/// says a [Sheet].
@NullMarked
package lianlin.kernel.sheet;

import org.jspecify.annotations.NullMarked;
