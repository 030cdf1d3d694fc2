package dev.medley.messaging.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.medley.messaging.fixture.RealParts;
import dev.medley.messaging.fixture.TestEnvironment;
import dev.medley.messaging.fixture.TestQueues;
import dev.medley.messaging.fixture.ThingsService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;

@ExtendWith(RealParts.class)
class StartUpIT {

    private TestEnvironment environment;

    @BeforeEach
    void prepare(TestEnvironment environment) {
        this.environment = environment;
    }

    @Test
    void aServiceWithoutHandlerForASubscriptionDoesNotStart() {
        environment.create(TestQueues.EVENTS);

        assertThatThrownBy(() -> environment.start(ServiceWithoutHandler.class))
                .hasStackTraceContaining("thing.happened, but no EventHandler bean handles it");
    }

    @Test
    void aServiceWhoseQueueIsMissingDoesNotStartAndCreatesNone() {
        environment.define(TestQueues.EVENTS);

        assertThatThrownBy(() -> environment.start(ThingsService.class))
                .hasRootCauseInstanceOf(QueueDoesNotExistException.class)
                .hasStackTraceContaining(environment.prefix() + TestQueues.EVENTS.name());
        assertThat(environment
                        .sqs()
                        .listQueues(request -> request.queueNamePrefix(environment.prefix()))
                        .join()
                        .queueUrls())
                .isEmpty();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class ServiceWithoutHandler {}
}
