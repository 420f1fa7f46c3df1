package lianlin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@ServerTest
class ServerStartTest {
    @Test
    void theServerAnswersThatItIsUp(World world) {
        assertThat(world.visitor().get("/health").is(200).text("/status")).isEqualTo("UP");
    }

    @Test
    void aClerkIsSignedInUnderHisPost(World world) {
        var clerk = world.community("滨江").clerk();

        var session = clerk.get("/api/session").is(200);

        assertThat(session.json("/signedIn").asBoolean()).as(session.text()).isTrue();
        assertThat(session.text("/post/role/code")).isEqualTo("COMMUNITY_CLERK");
        assertThat(session.text("/post/place")).isEqualTo("滨江");
    }
}
