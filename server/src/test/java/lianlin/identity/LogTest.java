package lianlin.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/// What is planted in requests to every endpoint, rightly and wrongly, stands nowhere in the log.
@ServerTest
@Tag("S10")
class LogTest {
    private static final String PHONE = "13912345678";
    private static final String IDENTITY = "110101199003078515";
    private static final String PASSWORD = "planted-Secret-77";

    @Test
    void noPhoneNoIdentityNumberAndNoPasswordIsWritten(World world) {
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        try {
            LoggerFactory.getLogger("lianlin.planted").warn("the log is heard");
            plant(world);
        } finally {
            root.detachAppender(log);
        }

        var lines = said(log);
        assertThat(lines).anyMatch(line -> line.contains("the log is heard"));
        assertThat(lines)
                .noneMatch(line -> List.of(PHONE, IDENTITY, PASSWORD).stream().anyMatch(line::contains));
    }

    private static void plant(World world) {
        var clerk = world.community("滨江").clerk();
        var admin = world.securityAdmin();
        for (var endpoint : Endpoint.all(world)) {
            if (endpoint.path().startsWith("/api/")) {
                for (var person : List.of(world.visitor(), clerk, admin)) {
                    send(person, endpoint, world.nothing().toString());
                }
            }
        }
    }

    private static void send(Person person, Endpoint endpoint, String nothing) {
        var path = endpoint.path().replaceAll("\\{[a-zA-Z]+}", nothing) + "?search=" + PHONE + "&phone=" + PHONE;
        var method = endpoint.method().toUpperCase();
        if (endpoint.reads()) {
            person.call(method, path).send();
        } else if (endpoint.hasBody() && !endpoint.path().equals("/api/session")) {
            var right = Map.of(
                    "phone", PHONE, "identityNumber", IDENTITY, "password", PASSWORD, "login", PHONE, "name", PHONE);
            person.call(method, path).version(1).body(right).send();
            var broken = "{\"phone\": \"%s\", \"identityNumber\": %sX, \"password\": \"%s"
                    .formatted(PHONE, IDENTITY, PASSWORD);
            person.call(method, path)
                    .version(1)
                    .bytes("application/json", broken.getBytes(UTF_8))
                    .send();
        }
    }

    private static List<String> said(ListAppender<ILoggingEvent> log) {
        return new ArrayList<>(log.list)
                .stream()
                        .map(event -> event.getFormattedMessage()
                                + event.getMDCPropertyMap()
                                + (event.getThrowableProxy() == null
                                        ? ""
                                        : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                        .collect(Collectors.toList());
    }
}
