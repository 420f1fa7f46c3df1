package lianlin.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import lianlin.testing.Answer;
import org.apache.commons.compress.archivers.zip.ZipFile;

/// An answer as far as it must be the same for what is foreign and what is missing: status and body without the
/// number of the request. The statements stand for the time that it took.
record Told(int status, String body, int statements) {
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    static Told of(Answer answer) {
        return new Told(answer.status(), text(answer).replaceAll("\"request\":\"[^\"]*\"", ""), answer.statements());
    }

    /// The same without what was asked for.
    Told without(String asked) {
        return new Told(status, body.replace(asked, "…"), statements);
    }

    boolean sameAs(Told other) {
        return status == other.status && body.equals(other.body);
    }

    boolean isRefused() {
        return status >= 400 && status < 500;
    }

    /// What can be read in an answer; a sheet is unpacked.
    static String text(Answer answer) {
        if (!SHEET.equals(answer.header("Content-Type"))) {
            return answer.text();
        }
        var text = new StringBuilder();
        try (var file = ZipFile.builder().setByteArray(answer.bytes()).get()) {
            for (var entry : Collections.list(file.getEntries())) {
                text.append(new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    @Override
    public String toString() {
        return status + " " + body.substring(0, Math.min(160, body.length()));
    }
}
