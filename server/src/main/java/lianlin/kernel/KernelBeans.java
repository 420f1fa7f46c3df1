package lianlin.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import lianlin.kernel.time.WorkCalendar;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// What the kernel gives to be injected.
@Configuration
class KernelBeans {
    /// Time in steps of a millisecond, as ids and the database keep it.
    @Bean
    Clock clock() {
        return Clock.tick(Clock.system(ZoneId.of("Asia/Shanghai")), Duration.ofMillis(1));
    }

    /// Work by the clock is done by whoever serves, not by whoever prints the description of the interface.
    @Configuration
    @EnableScheduling
    @ConditionalOnProperty(name = "lianlin.openapi", havingValue = "false", matchIfMissing = true)
    static class Scheduling {}

    @Bean
    WorkCalendar workCalendar() {
        return WorkCalendar.shipped();
    }
}
