/// Grids and communities change with time: mergers, splits, and what a place was before. Rules TER-12, TER-16.
@NullMarked
package lianlin.territory.reform;

import org.jspecify.annotations.NullMarked;
