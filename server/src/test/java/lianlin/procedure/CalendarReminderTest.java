package lianlin.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@ServerTest
class CalendarReminderTest {
    @Test
    @Tag("CLK-03")
    void whoHandlesMattersIsToldThatAYearHasNoHolidaysYet(World world) {
        world.later(Duration.ofDays(800));
        var year = world.today().getYear();
        var clerk = world.community("滨江").clerk();

        assertThat(clerk.get("/api/me/reminders").is(200).items("/text"))
                .containsExactly(year + " 年的放假安排还没有录入，跨到这一年的期限暂按周一至周五计算。");
        assertThat(world.securityAdmin().get("/api/me/reminders").is(200).items())
                .isEmpty();
    }
}
