package lianlin.kernel.work;

import java.util.List;

/// A part of the application that has work going on beside the requests. [Workforce] starts and ends its workers.
@FunctionalInterface
public interface Staffed {
    /// The workers, the same ones at every call.
    List<Worker> workers();
}
