package lianlin.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.http.Sentences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Primary;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Sends codes and texts through the gateway that whoever runs the house has named: one POST for each
/// message, signed, as `docs/operating.md` describes it. The id of a message is the same at every try, so that
/// the gateway drops doubles. No phone, text or address comes into a log or an exception.
@Component
@Primary
@Conditional(SmsGateway.Named.class)
class SmsGateway implements CodeDelivery, TextMessages {
    /// A gateway is named; the demo's people are invented, and nothing goes out to the numbers that they were given.
    static class Named implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var properties = context.getEnvironment();
            return !properties.getProperty("lianlin.sms.url", "").isBlank()
                    && !properties.getProperty("lianlin.demo", Boolean.class, false);
        }
    }

    enum Kind {
        CODE,
        NOTICE
    }

    private record Message(Id id, String phone, String text, Kind kind) {
        @Override
        public String toString() {
            return "message " + id;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(SmsGateway.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER = 4_096;
    private static final int SHORTEST_SECRET = 16;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI address;
    private final String secret;
    private final AccountStore accounts;
    private final Sentences sentences;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    SmsGateway(
            @Value("${lianlin.sms.url}") String address,
            @Value("${lianlin.sms.secret:}") String secret,
            AccountStore accounts,
            Sentences sentences,
            JsonMapper json,
            Clock clock) {
        this.address = address(address.strip());
        this.secret = secret.strip();
        this.accounts = accounts;
        this.sentences = sentences;
        this.json = json;
        this.clock = clock;
        if (this.secret.length() < SHORTEST_SECRET) {
            throw new IllegalStateException("LIANLIN_SMS_URL is set, hence LIANLIN_SMS_SECRET must be too, "
                    + "with %d characters or more".formatted(SHORTEST_SECRET));
        }
    }

    @Override
    public void deliver(PhoneNumber phone, byte[] phoneIndex, String code) {
        var message = new Message(Id.next(), phone.reveal(), sentences.of("code.text", code), Kind.CODE);
        boolean taken;
        try {
            taken = taken(message);
        } catch (IllegalStateException e) {
            LOG.warn("A code was not sent: {}", e.getMessage());
            throw Problem.of(503, "code.gateway");
        }
        if (!taken) {
            throw Problem.invalid("phone", "code.undeliverable");
        }
    }

    @Override
    public boolean send(Id account, Id message, String text) {
        return accounts.phone(account)
                .map(phone -> taken(new Message(message, phone.reveal(), text, Kind.NOTICE)))
                .orElse(false);
    }

    /// Whether the gateway took the message; false where it knows no such phone. What may go better later is thrown.
    private boolean taken(Message message) {
        var answer = post(json.writeValueAsBytes(message));
        var status = answer.statusCode();
        if (status >= 200 && status < 300) {
            return true;
        }
        if (status >= 400 && status < 500 && undeliverable(answer.body())) {
            return false;
        }
        throw new IllegalStateException("the SMS gateway answered " + status);
    }

    private HttpResponse<String> post(byte[] body) {
        var time = Long.toString(clock.instant().getEpochSecond());
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + secret)
                .header("Lianlin-Time", time)
                .header("Lianlin-Signature", signature(time, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        var answer = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), LONGEST_ANSWER));
        try {
            // the patience of a request ends with the head of its answer
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IllegalStateException("the SMS gateway did not answer within " + PATIENCE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            var what =
                    e.getCause() instanceof IOException cause ? cause.getClass().getSimpleName() : "unknown";
            throw new IllegalStateException("the SMS gateway cannot be reached (" + what + ")", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("sending was given up", e);
        }
    }

    /// HMAC-SHA256 over the seconds, a dot and the body, in hex.
    private String signature(String time, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update((time + ".").getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean undeliverable(String answer) {
        try {
            return json.readTree(answer).path("code").asString("").equals("undeliverable");
        } catch (JacksonException e) {
            return false;
        }
    }

    private static URI address(String text) {
        try {
            var address = URI.create(text);
            var host = String.valueOf(address.getHost());
            if ("https".equals(address.getScheme())
                    || "http".equals(address.getScheme()) && THIS_MACHINE.contains(host)) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IllegalStateException("LIANLIN_SMS_URL must be an address that begins with https://, "
                + "or with http:// where the gateway runs on this machine");
    }
}
