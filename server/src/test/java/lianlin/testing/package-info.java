/// What tests stand on: one server and one database for the whole run, a jurisdiction of its own for each
/// test, people who act over HTTP, and fakes of what lies outside.
@NullMarked
package lianlin.testing;

import org.jspecify.annotations.NullMarked;
