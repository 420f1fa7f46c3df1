/// The application: reads its options, starts the database inside, the modules and the web, and stops them in
/// order.
@NullMarked
package lianlin;

import org.jspecify.annotations.NullMarked;
