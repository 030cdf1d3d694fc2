package dev.medley.sample;

import dev.medley.web.security.SecurityRules;
import java.time.Clock;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** The service under test, put together as any other service is. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({ThingController.class, FaultController.class, AccessController.class, OrderController.class})
public class SampleService {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock(Clock.systemUTC());
    }

    @Bean
    Gate gate() {
        return new Gate();
    }

    @Bean
    SecurityRules partnersReadReports() {
        return requests -> requests.requestMatchers("/reports/**").hasRole("partner");
    }

    @Bean
    FilterRegistrationBean<FaultyFilter> faultyFilter() {
        return new FilterRegistrationBean<>(new FaultyFilter());
    }
}
