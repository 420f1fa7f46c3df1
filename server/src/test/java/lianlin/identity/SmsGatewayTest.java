package lianlin.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import lianlin.identity.StandInGateway.Mood;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import lianlin.kernel.codes.PhoneNumber;
import lianlin.kernel.http.Sentences;
import lianlin.testing.Application;
import lianlin.testing.Guest;
import lianlin.testing.Person;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Codes and texts go out over the gateway that an operator has named (IDN-10, MSG-02).
@ServerTest
class SmsGatewayTest {
    private static final String COUNTY = "440604000000";
    private static final String TEXT = "【联邻】订单 DD-260301-000001 等您下单给队伍。";

    private final StandInGateway gateway;

    SmsGatewayTest() throws IOException {
        gateway = new StandInGateway();
    }

    @AfterEach
    void end() {
        gateway.close();
    }

    @Test
    @Tag("MSG-02")
    void aTextIsHandedOverSignedUnderTheIdOfItsMessage(World world) throws Exception {
        var resident = world.community("滨江").resident();
        var id = Id.next();

        assertThat(send(world, gateway(world), resident, id)).isTrue();

        var asked = gateway.asked().getFirst();
        var time = asked.headers().get("lianlin-time");
        assertThat(asked.message().propertyNames()).containsExactlyInAnyOrder("id", "phone", "text", "kind");
        assertThat(asked.message().path("id").asString()).isEqualTo(id.toString());
        assertThat(asked.message().path("phone").asString()).isEqualTo(resident.phone());
        assertThat(asked.message().path("text").asString()).isEqualTo(TEXT);
        assertThat(asked.message().path("kind").asString()).isEqualTo("NOTICE");
        assertThat(asked.headers()).containsEntry("authorization", "Bearer " + StandInGateway.SECRET);
        var now = clock(world).instant().getEpochSecond();
        assertThat(Long.parseLong(time)).isBetween(now - 10, now);
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(StandInGateway.SECRET.getBytes(UTF_8), "HmacSHA256"));
        mac.update((time + ".").getBytes(UTF_8));
        assertThat(asked.headers().get("lianlin-signature"))
                .isEqualTo(HexFormat.of().formatHex(mac.doFinal(asked.body())));
    }

    @Test
    @Tag("R10")
    void whatIsTriedAgainComesUnderTheSameIdAndReachesThePhoneOnce(World world) {
        var resident = world.community("滨江").resident();
        var id = Id.next();
        var sender = gateway(world);
        gateway.be(Mood.BROKEN);
        assertThatThrownBy(() -> send(world, sender, resident, id)).hasMessageContaining("500");
        gateway.be(Mood.WELL);

        assertThat(send(world, sender, resident, id)).isTrue();
        assertThat(send(world, sender, resident, id)).isTrue();

        assertThat(gateway.asked()).hasSize(3);
        assertThat(gateway.on(resident.phone())).containsExactly(TEXT);
    }

    @Test
    @Tag("MSG-02")
    void aPhoneThatDoesNotExistIsNotTriedAgain(World world) {
        gateway.be(Mood.NO_SUCH_PHONE);
        var resident = world.community("滨江").resident();

        assertThat(send(world, gateway(world), resident, Id.next())).isFalse();
        assertThatThrownBy(() -> code(world, gateway(world)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(422));
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"FORBIDS", "BROKEN", "SLOW", "SLOW_IN_THE_MIDDLE", "ELSEWHERE"})
    @Tag("R10")
    @Tag("S17")
    void whatMayGoBetterLaterIsThrownInTimeAndSaysNothingOfThePhone(Mood mood, World world) {
        gateway.be(mood);
        var resident = world.community("滨江").resident();
        var begin = System.nanoTime();

        assertThatThrownBy(() -> send(world, gateway(world), resident, Id.next()))
                .isInstanceOf(IllegalStateException.class)
                .satisfies(thrown -> assertThat(trace(thrown)).doesNotContain(resident.phone(), TEXT, gateway.url()));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    @Tag("R10")
    void aDeadGatewayIsToldToWhoAsksForACodeAndTheLogKnowsNeitherPhoneNorCode(World world) {
        gateway.close();
        var sender = gateway(world);
        var log = new ListAppender<ILoggingEvent>();
        var root = (Logger) LoggerFactory.getLogger("lianlin");
        log.start();
        root.addAppender(log);
        try {
            assertThatThrownBy(() -> code(world, sender))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.status()).isEqualTo(503));
        } finally {
            root.detachAppender(log);
        }
        assertThat(log.list)
                .anySatisfy(event -> assertThat(event.getFormattedMessage()).contains("gateway cannot be reached"))
                .allSatisfy(event -> assertThat(
                                event.getFormattedMessage() + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                        .doesNotContain("13900000001", "135791"));
    }

    @ParameterizedTest
    @Tag("IDN-14")
    @ValueSource(strings = {"http://sms.example.org/send", "ftp://sms.example.org", "sms.example.org", "https//x y"})
    void anAddressWhoseWayIsNotEncryptedIsNotTaken(String url, World world) {
        assertThatThrownBy(() -> gateway(world, url, StandInGateway.SECRET)).hasMessageContaining("LIANLIN_SMS_URL");
    }

    @Test
    void withoutASecretNothingStarts(World world) {
        assertThatThrownBy(() -> gateway(world, gateway.url(), "short")).hasMessageContaining("LIANLIN_SMS_SECRET");
    }

    /// As an operator starts it, and as a resident comes to it.
    @Test
    @Tag("IDN-10")
    void aResidentSignsUpOverTheGatewayWithoutTheDemo(@TempDir Path data) throws Exception {
        var settings = Map.of("LIANLIN_SMS_URL", gateway.url(), "LIANLIN_SMS_SECRET", StandInGateway.SECRET);
        try (var application = new Application(data, settings)) {
            application.start("--no-demo");
            Guest.of(application, 0).administrator("sysadmin").post("/api/jurisdictions", Map.of("code", COUNTY));
            var visitor = Guest.of(application, 1);
            assertThat(visitor.get("/api/session").path("codes").asBoolean()).isTrue();
            assertThat(visitor.get("/api/session").path("demo").asBoolean()).isFalse();
            var phone = "13912345678";

            visitor.post("/api/session/codes", Map.of("phone", phone));

            var text = gateway.on(phone).getFirst();
            assertThat(text).matches("【联邻】验证码 \\d{6}，5 分钟内有效。请勿告诉他人。");
            assertThat(gateway.asked().getFirst().message().path("kind").asString())
                    .isEqualTo("CODE");
            var code = text.replaceAll("\\D*(\\d{6}).*", "$1");
            var joined = visitor.post(
                    "/api/residents", Map.of("phone", phone, "code", code, "name", "李梅", "area", community(visitor)));
            assertThat(joined.path("signedIn").asBoolean()).isTrue();
            for (var file : List.of(data.resolve("logs/lianlin.log"), application.output())) {
                assertThat(Files.readString(file)).doesNotContain(phone, code, StandInGateway.SECRET);
            }
        }
    }

    private static String community(Guest visitor) throws Exception {
        var street = visitor.get("/api/divisions?parent=" + COUNTY).at("/items/0/code");
        return visitor.get("/api/divisions?parent=" + street.asString())
                .at("/items/0/code")
                .asString();
    }

    private SmsGateway gateway(World world) {
        return gateway(world, gateway.url(), StandInGateway.SECRET);
    }

    private static SmsGateway gateway(World world, String url, String secret) {
        return new SmsGateway(
                url,
                secret,
                world.bean(AccountStore.class),
                world.bean(Sentences.class),
                world.bean(JsonMapper.class),
                clock(world));
    }

    private static Clock clock(World world) {
        return world.server().clock();
    }

    private static boolean send(World world, SmsGateway sender, Person to, Id message) {
        return world.inside(() -> sender.send(to.account(), message, TEXT));
    }

    private static void code(World world, SmsGateway sender) {
        world.inside(() -> {
            sender.deliver(PhoneNumber.parse("13900000001"), new byte[0], "135791");
            return true;
        });
    }

    private static String trace(Throwable thrown) {
        var text = new java.io.StringWriter();
        thrown.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }
}
