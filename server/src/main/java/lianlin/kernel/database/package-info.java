/// The way to the database: connections that carry the scope, migrations, types of columns.
@NullMarked
package lianlin.kernel.database;

import org.jspecify.annotations.NullMarked;
