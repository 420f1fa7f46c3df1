/// Measures the built application from outside, as a process of its own under its production settings: over HTTP with
/// real logins, its processor time and memory from `/proc`, beside PostgreSQL alone doing the same work. It is no part
/// of the application and uses none of its classes.
@NullMarked
package lianlin.bench;

import org.jspecify.annotations.NullMarked;
