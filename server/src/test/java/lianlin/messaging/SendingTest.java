package lianlin.messaging;

import static lianlin.messaging.Inbox.comesTo;
import static lianlin.messaging.Inbox.send;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lianlin.matter.order.OrderStory;
import lianlin.testing.Answer;
import lianlin.testing.Person;
import lianlin.testing.SentTexts;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How messages leave the house: fall-back, quiet hours, and providers that fail (R10).
@ServerTest
class SendingTest {
    @ParameterizedTest
    @Tag("MSG-02")
    @CsvSource({
        "22:00-08:00, 2026-03-01T21:59:59+08:00, 2026-03-01T21:59:59+08:00",
        "22:00-08:00, 2026-03-01T22:00:00+08:00, 2026-03-02T08:00:00+08:00",
        "22:00-08:00, 2026-03-01T03:00:00+08:00, 2026-03-01T08:00:00+08:00",
        "22:00-08:00, 2026-03-01T08:00:00+08:00, 2026-03-01T08:00:00+08:00",
        "12:00-14:00, 2026-03-01T13:00:00+08:00, 2026-03-01T14:00:00+08:00",
        "12:00-14:00, 2026-03-01T23:00:00+08:00, 2026-03-01T23:00:00+08:00",
        "off, 2026-03-01T23:00:00+08:00, 2026-03-01T23:00:00+08:00"
    })
    void quietHoursLastUntilTheMorning(String hours, String moment, String due) {
        assertThat(QuietHours.after(hours, Instant.parse(moment))).isEqualTo(Instant.parse(due));
    }

    @Test
    @Tag("MSG-01")
    void whatNobodyReadsForADayComesAsAShortMessage(World world) {
        comesTo(world, 10);
        var story = new OrderStory(world);
        story.order();
        send(world, Way.SMS);
        assertThat(texts(world, story.clerk)).isEmpty();

        world.later(Duration.ofHours(25));
        send(world, Way.SMS);
        send(world, Way.SMS);

        assertThat(texts(world, story.clerk))
                .as(() -> log(world, "").text())
                .singleElement()
                .satisfies(text -> assertThat(text).matches("【联邻】订单 DD-\\d{6}-\\d{6} 等您下单给队伍。登录联邻查看。"));
    }

    @Test
    @Tag("MSG-01")
    void whatWasReadOrIsNotWantedDoesNotComeAsAShortMessage(World world) {
        comesTo(world, 10);
        var story = new OrderStory(world);
        var order = story.order();
        story.dispatch(order, story.first).is(200);
        story.step(story.first.leader(), order, "accept", Map.of()).is(200);
        var off = Map.of("wishes", List.of(Map.of("kind", "RESULT", "channel", "SMS", "wanted", false)));
        story.resident.put("/api/messages/preferences", off).is(200);
        world.catchUp();
        story.clerk.post("/api/messages/readings", null).is(201);

        world.later(Duration.ofHours(25));
        send(world, Way.SMS);

        assertThat(texts(world, story.clerk)).isEmpty();
        assertThat(texts(world, story.resident)).isEmpty();
        assertThat(texts(world, story.first.leader())).hasSize(1);
        assertThat(log(world, "state=SKIPPED").items("/reason/code")).containsExactlyInAnyOrder("read", "not-wanted");
    }

    @Test
    @Tag("MSG-02")
    void atNightAShortMessageWaitsForTheMorning(World world) {
        comesTo(world, 23);
        var story = new OrderStory(world);
        story.order();
        world.later(Duration.ofHours(25));
        send(world, Way.SMS);
        assertThat(texts(world, story.clerk)).isEmpty();

        comesTo(world, 8);
        send(world, Way.SMS);
        assertThat(texts(world, story.clerk)).hasSize(1);
    }

    @Test
    @Tag("MSG-02")
    void anAlarmDoesNotWaitAndADistrictSetsItsOwnQuietHours(World world) {
        comesTo(world, 23);
        var story = new OrderStory(world);
        var alarm = new Rule(
                world.jurisdiction(),
                "service-order.open",
                Rule.Tell.AREA,
                "",
                1,
                "order.dispatch",
                MessageKind.ALARM,
                "order.new",
                List.of("number"));
        world.inside(() -> {
            world.bean(RuleStore.class).add(List.of(alarm), List.of(), Inbox.now(world));
            return null;
        });
        story.order();
        send(world, Way.SMS);

        assertThat(texts(world, story.clerk)).hasSize(1);
    }

    @Test
    @Tag("MSG-02")
    void theReaderOfEnglishGetsEnglishAlsoByPhone(World world) {
        comesTo(world, 10);
        var story = new OrderStory(world);
        story.clerk
                .put("/api/me/preferences", Map.of("elder", false, "night", false, "compact", false, "language", "en"))
                .is(200);
        story.order();
        world.later(Duration.ofHours(25));
        send(world, Way.SMS);

        assertThat(texts(world, story.clerk)).singleElement().asString().startsWith("[Lianlin] Order DD-");
    }

    @Test
    @Tag("R10")
    void aProviderThatIsDeadForTenMinutesLosesNothingAndSendsNothingTwice(World world) {
        comesTo(world, 10);
        var story = new OrderStory(world);
        story.order();
        world.later(Duration.ofHours(25));
        provider(world).be(SentTexts.Mood.DEAD, story.clerk.account());
        for (var minute = 0; minute < 10; minute++) {
            send(world, Way.SMS);
            world.later(Duration.ofMinutes(1));
        }
        assertThat(log(world, "channel=SMS").text("/items/0/state/code")).isEqualTo("FAILED");
        assertThat(log(world, "channel=SMS").number("/items/0/attempts")).isBetween(3, 5);

        provider(world).be(SentTexts.Mood.WELL, story.clerk.account());
        for (var minute = 0; minute < 10; minute++) {
            send(world, Way.SMS);
            world.later(Duration.ofMinutes(1));
        }
        assertThat(texts(world, story.clerk)).hasSize(1);
        assertThat(log(world, "channel=SMS").text("/items/0/state/code")).isEqualTo("SENT");
    }

    @Test
    @Tag("R10")
    void aPoisonedMessageIsLaidAsideAfterEightTriesAndStopsNoOther(World world) {
        comesTo(world, 10);
        var story = new OrderStory(world);
        var secretary = story.community.secretary();
        provider(world).be(SentTexts.Mood.DEAD, story.clerk.account());
        story.order();
        world.later(Duration.ofHours(25));
        send(world, Way.SMS);
        assertThat(texts(world, secretary)).hasSize(1);

        for (var each = 0; each < 12; each++) {
            world.later(Duration.ofMinutes(130));
            comesOutOfTheNight(world);
            send(world, Way.SMS);
        }

        var parked = log(world, "channel=SMS&state=PARKED");
        assertThat(parked.items("/attempts")).containsExactly("8");
        assertThat(parked.items("/reason/code")).containsExactly("provider");
    }

    @Test
    @Tag("R10")
    void aSlowProviderIsGivenUpForNowAndHoldsUpNobody(World world) {
        comesTo(world, 10);
        var story = new OrderStory(world);
        var secretary = story.community.secretary();
        provider(world).be(SentTexts.Mood.SLOW, story.clerk.account());
        story.order();
        world.later(Duration.ofHours(25));
        var begin = System.nanoTime();
        send(world, Way.SMS);

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(60));
        assertThat(texts(world, secretary)).hasSize(1);
        assertThat(log(world, "state=FAILED").items("/reason/code")).containsExactly("timeout");
    }

    @Test
    @Tag("R10")
    void twoNodesThatSendAtOnceSendEachMessageOnce(World world) throws InterruptedException {
        comesTo(world, 10);
        var story = new OrderStory(world);
        var told = Stream.concat(
                        Stream.of(story.clerk), IntStream.range(0, 9).mapToObj(each -> story.community.secretary()))
                .toList();
        story.order();
        world.catchUp();
        world.later(Duration.ofHours(25));
        var ready = new CountDownLatch(1);
        var nodes = IntStream.range(0, 4)
                .mapToObj(each -> Thread.ofVirtual().start(() -> {
                    try {
                        ready.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    send(world, Way.SMS);
                }))
                .toList();
        ready.countDown();
        for (var node : nodes) {
            node.join();
        }

        for (var person : told) {
            assertThat(texts(world, person)).hasSize(1);
        }
        var ids = told.stream()
                .flatMap(person -> provider(world).to(person.account()).stream())
                .map(SentTexts.Sent::message)
                .toList();
        assertThat(ids).doesNotHaveDuplicates().hasSize(10);
    }

    @Test
    @Tag("MSG-02")
    void theLogTellsWhoSeesToTheProvidersWhatWentOutAndNotToWhom(World world) {
        comesTo(world, 10);
        var story = new OrderStory(world);
        provider(world).be(SentTexts.Mood.WITHOUT_PHONE, story.clerk.account());
        story.order();
        world.later(Duration.ofHours(25));
        send(world, Way.SMS);

        var log = log(world, "");
        assertThat(log.items("/channel/code")).containsExactlyInAnyOrder("IN_APP", "SMS");
        assertThat(log.items("/state/code")).containsExactlyInAnyOrder("SENT", "SKIPPED");
        assertThat(log.text())
                .doesNotContain(story.clerk.account().toString(), story.clerk.name(), story.clerk.phone(), "DD-");
        assertThat(world.neighbour()
                        .systemAdmin()
                        .get("/api/deliveries")
                        .is(200)
                        .items())
                .isEmpty();
        story.clerk.get("/api/deliveries").is(403);
    }

    @Test
    @Tag("MSG-02")
    void theLogIsKeptForSixMonths(World world) {
        var story = new OrderStory(world);
        story.order();
        world.catchUp();
        world.server()
                .owner()
                .execute(
                        "UPDATE messaging.delivery SET created = created - interval '170 days' WHERE jurisdiction = ? AND channel = 'IN_APP'",
                        world.jurisdiction());
        forget(world);
        assertThat(log(world, "channel=IN_APP").items()).hasSize(1);

        world.later(Duration.ofDays(20));
        forget(world);

        assertThat(log(world, "channel=IN_APP").items()).isEmpty();
        assertThat(story.clerk.get("/api/messages").items()).hasSize(1);
    }

    private static void forget(World world) {
        world.inside(() -> {
            var before = Inbox.now(world).minus(DeliveryStore.KEPT);
            return world.bean(DeliveryStore.class).forget(before, 100);
        });
    }

    private static void comesOutOfTheNight(World world) {
        var now = Inbox.now(world);
        world.later(Duration.between(now, QuietHours.after("22:00-08:00", now)));
    }

    private static SentTexts provider(World world) {
        return world.bean(SentTexts.class);
    }

    private static List<String> texts(World world, Person person) {
        return provider(world).to(person.account()).stream()
                .map(SentTexts.Sent::text)
                .toList();
    }

    private static Answer log(World world, String query) {
        return world.systemAdmin().get("/api/deliveries?" + query).is(200);
    }
}
