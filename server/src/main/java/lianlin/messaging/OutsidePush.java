package lianlin.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Calls push services over the internet, without following whatever they point to (S17).
@Component
class OutsidePush implements PushService {
    private final PushHosts hosts;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    OutsidePush(PushHosts hosts) {
        this.hosts = hosts;
    }

    @Override
    public int post(HttpRequest request) {
        if (!hosts.leadsOutside(request.uri())) {
            throw new IllegalStateException("A push service does not stand in our own network");
        }
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
