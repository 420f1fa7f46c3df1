package lianlin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import lianlin.identity.DemoLogins;
import lianlin.kernel.postgres.CannotStart;

/// What a clerk does first on a morning, played once with nobody there: the virtual machine that is started with
/// `-XX:AOTCacheOutput` writes down what it learned, and the next start has it from the beginning.
final class Rehearsal {
    /// Who reads: a clerk of the district sees all of it.
    private static final String CLERK = "quji";

    private static final int TIMES = 100;
    private static final List<String> READ = List.of(
            "/health",
            "/",
            "/desk/",
            "/m/",
            "/api/session",
            "/api/cases?limit=20",
            "/api/members?limit=20",
            "/api/organizations?limit=20",
            "/api/service-items?limit=20");

    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();
    private String cookie = "";

    Rehearsal(String address) {
        this.address = address;
    }

    /// Signs in and reads. Raises [CannotStart] where an answer is not the one expected: what is learned from
    /// refusals is of no use.
    void play(List<DemoLogins.Login> logins) {
        var login = logins.stream()
                .filter(one -> one.login().equals(CLERK))
                .findFirst()
                .orElseThrow(() -> new CannotStart("A rehearsal needs the demonstration district."));
        var words = "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login.login(), login.password());
        var answer = expect(request("/api/session")
                .header("Content-Type", "application/json")
                .header("Origin", address)
                .POST(BodyPublishers.ofString(words)));
        // a cookie for safe connections, which the client's own store would not send without TLS
        cookie = answer.headers().firstValue("Set-Cookie").orElse("").replaceFirst(";.*", "");
        for (var time = 0; time < TIMES; time++) {
            READ.forEach(path -> expect(request(path)));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Cookie", cookie);
    }

    private HttpResponse<String> expect(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new CannotStart("The rehearsal was answered %d at %s: %s"
                        .formatted(answer.statusCode(), answer.uri().getPath(), answer.body()));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The rehearsal was interrupted.", e);
        }
    }
}
