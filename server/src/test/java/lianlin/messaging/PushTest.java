package lianlin.messaging;

import static lianlin.messaging.Inbox.comesTo;
import static lianlin.messaging.Inbox.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import lianlin.matter.order.OrderStory;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Messages pushed to browsers.
@ServerTest
class PushTest {
    @Test
    @Tag("MSG-01")
    void aBrowserThatHasSubscribedIsPushedToEncrypted(World world) {
        comesTo(world, 10);
        var story = new OrderStory(world);
        var address = "https://fcm.googleapis.com/fcm/send/" + world.number();
        assertThat(story.clerk.get("/api/messages/push").is(200).text("/key")).hasSize(87);
        story.clerk.put("/api/messages/push", browser(address)).is(204);
        story.clerk.put("/api/messages/push", browser(address)).is(204);
        assertThat(story.clerk.get("/api/messages/push").number("/browsers")).isEqualTo(1);

        story.order();
        send(world, Way.WEB_PUSH);
        send(world, Way.WEB_PUSH);

        var pushed = world.bean(PushedMessages.class).to(address);
        assertThat(pushed).singleElement().satisfies(request -> {
            assertThat(request.headers().firstValue("Content-Encoding")).contains("aes128gcm");
            assertThat(request.headers().firstValue("Authorization").orElse("")).startsWith("vapid t=");
        });
        assertThat(stored(world))
                .allSatisfy(bytes -> assertThat(new String(bytes)).doesNotContain("fcm", "send"));

        story.clerk.delete("/api/messages/push").is(204);
        assertThat(story.clerk.get("/api/messages/push").number("/browsers")).isZero();
    }

    @Test
    @Tag("MSG-01")
    void aBrowserThatIsGoneIsForgotten(World world) {
        comesTo(world, 10);
        var story = new OrderStory(world);
        var address = "https://web.push.apple.com/" + world.number();
        story.clerk.put("/api/messages/push", browser(address)).is(204);
        world.bean(PushedMessages.class).answer(address, 410);
        story.order();
        send(world, Way.WEB_PUSH);

        assertThat(story.clerk.get("/api/messages/push").number("/browsers")).isZero();
        assertThat(world.systemAdmin()
                        .get("/api/deliveries?channel=WEB_PUSH")
                        .is(200)
                        .items("/reason/code"))
                .containsExactly("no-address");
    }

    @ParameterizedTest
    @Tag("S17")
    @ValueSource(
            strings = {
                "http://fcm.googleapis.com/x",
                "https://127.0.0.1/x",
                "https://localhost/x",
                "https://fcm.googleapis.com:8443/x",
                "https://fcm.googleapis.com@evil.example/x",
                "https://evil-fcm.googleapis.com.evil.example/x",
                "https://xfcm.googleapis.com/x",
                "https://169.254.169.254/latest/meta-data",
                "file:///etc/passwd",
                "not an address"
            })
    void pushGoesToKnownServicesOnly(String address, World world) {
        var resident = world.community("滨江").resident();

        resident.put("/api/messages/push", browser(address)).is(422).problem("push.host");
    }

    @Test
    @Tag("S17")
    void addressesInsideAreKnownAsSuch() throws UnknownHostException {
        for (var inside : List.of(
                "10.0.0.1", "192.168.1.1", "127.0.0.1", "169.254.1.1", "100.64.0.1", "::1", "fd00::1", "fe80::1")) {
            assertThat(PushHosts.isInside(InetAddress.getByName(inside)))
                    .as(inside)
                    .isTrue();
        }
        assertThat(PushHosts.isInside(InetAddress.getByName("8.8.8.8"))).isFalse();
    }

    private static List<byte[]> stored(World world) {
        return world.server()
                .owner()
                .fetch("SELECT address FROM messaging.subscription WHERE jurisdiction = ?", world.jurisdiction())
                .map(row -> row.get(0, byte[].class));
    }

    private static Map<String, String> browser(String address) {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            var point = ((ECPublicKey) generator.generateKeyPair().getPublic()).getW();
            var key = new byte[65];
            key[0] = 4;
            var x = point.getAffineX().toByteArray();
            var y = point.getAffineY().toByteArray();
            System.arraycopy(x, Math.max(0, x.length - 32), key, 33 - Math.min(32, x.length), Math.min(32, x.length));
            System.arraycopy(y, Math.max(0, y.length - 32), key, 65 - Math.min(32, y.length), Math.min(32, y.length));
            var text = Base64.getUrlEncoder().withoutPadding();
            return Map.of(
                    "endpoint", address, "p256dh", text.encodeToString(key), "auth", text.encodeToString(new byte[16]));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
