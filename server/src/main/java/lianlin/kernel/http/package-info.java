/// What every request passes and no controller repeats: problems, paging, versions, once-only requests, the API
/// description, the pages.
@NullMarked
package lianlin.kernel.http;

import org.jspecify.annotations.NullMarked;
