package lianlin.kernel.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;

/// Runs a small program of the operating system to its end.
final class Commands {
    record Outcome(int code, String output) {
        boolean good() {
            return code == 0;
        }
    }

    /// Stands before a command that Ctrl-C in the terminal must not reach: the application ends it in its own
    /// order.
    static final List<String> OWN_SESSION = attempt("setsid", "true").good() ? List.of("setsid") : List.of();

    private Commands() {}

    /// A program that cannot be started at all counts as one that failed.
    static Outcome attempt(String... command) {
        return attempt(new ProcessBuilder(command));
    }

    static Outcome attempt(ProcessBuilder builder) {
        try {
            var process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            return new Outcome(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(130, "interrupted");
        }
    }
}
