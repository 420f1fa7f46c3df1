package lianlin.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// A test against the running server. There is one server and one database for the whole run; every test that
/// asks for a [World] gets a jurisdiction of its own, so that nothing is cleaned up and tests run side by
/// side.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ServerExtension.class)
@Execution(ExecutionMode.CONCURRENT)
public @interface ServerTest {}
