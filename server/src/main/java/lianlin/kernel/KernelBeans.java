package lianlin.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import lianlin.kernel.time.WorkCalendar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the kernel gives to be injected.
@Configuration
class KernelBeans {
    /// Time in steps of a millisecond, as ids and the database keep it.
    @Bean
    Clock clock() {
        return Clock.tick(Clock.system(ZoneId.of("Asia/Shanghai")), Duration.ofMillis(1));
    }

    @Bean
    WorkCalendar workCalendar() {
        return WorkCalendar.shipped();
    }
}
