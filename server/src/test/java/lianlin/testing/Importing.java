package lianlin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lianlin.kernel.Id;

/// A sheet on its way in, as whoever sent it follows it.
public final class Importing {
    private static final List<String> STANDING = List.of("CHECKED", "APPLIED", "REJECTED", "CANCELLED");

    private Importing() {}

    /// A sheet of members about to be sent.
    public static Call upload(Person by, byte[] sheet) {
        return by.call("POST", "/api/imports/members?name=members.xlsx").bytes("application/octet-stream", sheet);
    }

    /// Sends it and waits until it is checked.
    public static Answer checked(Person by, byte[] sheet) {
        return settled(by, upload(by, sheet).send().is(201).id());
    }

    /// The sheet when nothing more goes on by itself.
    public static Answer settled(Person by, Id id) {
        for (var end = System.nanoTime() + 60_000_000_000L; System.nanoTime() < end; pause()) {
            var now = by.get("/api/imports/{id}", id).is(200);
            if (STANDING.contains(now.text("/state"))) {
                return now;
            }
        }
        throw new AssertionError("the import does not end");
    }

    /// Confirms or cancels what was seen.
    public static Answer move(Person by, Answer seen, String state, boolean goodOnly) {
        return by.putAt(
                seen.number("/version"),
                "/api/imports/{id}/state",
                Map.of("state", state, "goodOnly", goodOnly),
                seen.id());
    }

    /// Confirms the good rows and waits until they are written.
    public static void confirm(Person by, Answer checked) {
        move(by, checked, "CONFIRMED", true).is(200);
        assertThat(settled(by, checked.id()).text("/state")).isEqualTo("APPLIED");
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
