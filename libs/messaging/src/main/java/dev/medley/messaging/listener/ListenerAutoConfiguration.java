package dev.medley.messaging.listener;

import dev.medley.messaging.EventFormat;
import dev.medley.messaging.EventHandler;
import dev.medley.messaging.MessagingAutoConfiguration;
import dev.medley.messaging.MessagingProperties;
import dev.medley.messaging.QueueDirectory;
import dev.medley.messaging.inbox.Inbox;
import dev.medley.messaging.inbox.InboxAutoConfiguration;
import io.awspring.cloud.autoconfigure.sqs.SqsAutoConfiguration;
import io.awspring.cloud.autoconfigure.sqs.SqsProperties;
import io.awspring.cloud.sqs.config.SqsListenerConfigurer;
import io.awspring.cloud.sqs.config.SqsMessageListenerContainerFactory;
import io.awspring.cloud.sqs.listener.QueueNotFoundStrategy;
import io.awspring.cloud.sqs.listener.SqsContainerOptionsBuilder;
import io.awspring.cloud.sqs.listener.acknowledgement.handler.AcknowledgementMode;
import io.awspring.cloud.sqs.listener.errorhandler.AsyncErrorHandler;
import io.awspring.cloud.sqs.listener.errorhandler.ExponentialBackoffErrorHandler;
import io.awspring.cloud.sqs.listener.errorhandler.Jitter;
import io.awspring.cloud.sqs.support.converter.MessagingMessageConverter;
import io.awspring.cloud.sqs.support.converter.SqsMessagingMessageConverter;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.context.annotation.Bean;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.validation.Validator;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.Message;
import tools.jackson.databind.json.JsonMapper;

/** Listener containers: one per event queue of this service, and the defaults of every {@code @SqsListener}. */
@AutoConfiguration(
        before = SqsAutoConfiguration.class,
        after = {MessagingAutoConfiguration.class, InboxAutoConfiguration.class})
public class ListenerAutoConfiguration {

    /** Name of the container factory for listeners that acknowledge messages themselves. */
    public static final String EARLY_ACKNOWLEDGEMENT = "earlyAcknowledgement";

    /**
     * SQS deletes ten messages with the request that it takes for one. What dies unacknowledged within the interval is
     * delivered again, as any message may be.
     */
    private static final int MOST_IN_A_BATCH = 10;

    private static final Duration ACKNOWLEDGEMENT_INTERVAL = Duration.ofMillis(50);

    /** For what {@code SqsTemplate} sends: no {@code JavaType} attribute, as types are no part of a contract. */
    @Bean
    @ConditionalOnMissingBean
    MessagingMessageConverter<Message> messageConverter(JsonMapper json) {
        SqsMessagingMessageConverter converter = new SqsMessagingMessageConverter(json);
        converter.doNotSendPayloadTypeHeader();
        return converter;
    }

    @Bean
    @ConditionalOnMissingBean
    FailedMessageHandler failedMessageHandler(
            QueueDirectory queues,
            SqsAsyncClient sqs,
            ObjectProvider<InstantSource> clock,
            MessagingProperties properties) {
        AsyncErrorHandler<Object> retry = ExponentialBackoffErrorHandler.builder()
                .initialVisibilityTimeoutSeconds(seconds(properties.retry().initialBackoff()))
                .maxVisibilityTimeoutSeconds(seconds(properties.retry().maxBackoff()))
                .multiplier(2)
                .jitter(Jitter.FULL)
                .build();
        DeadLetterSender deadLetters = new DeadLetterSender(sqs, queues, clock.getIfUnique(InstantSource::system));
        return new FailedMessageHandler(queues, deadLetters, retry);
    }

    /** The name is the one that {@code @SqsListener} looks for. */
    @Bean
    SqsMessageListenerContainerFactory<Object> defaultSqsListenerContainerFactory(
            SqsAsyncClient sqs,
            FailedMessageHandler errorHandler,
            ObjectProvider<ObservationRegistry> observations,
            JsonMapper json,
            SqsProperties sqsProperties,
            MessagingProperties properties) {
        SqsMessageListenerContainerFactory<Object> factory =
                factory(sqs, errorHandler, observations, json, sqsProperties, properties);
        factory.configure(options -> options.acknowledgementMode(AcknowledgementMode.ON_SUCCESS));
        return factory;
    }

    /** For listeners whose work outlasts any time that SQS hides a message: they acknowledge when it is safe to. */
    @Bean(EARLY_ACKNOWLEDGEMENT)
    SqsMessageListenerContainerFactory<Object> earlyAcknowledgementContainerFactory(
            SqsAsyncClient sqs,
            FailedMessageHandler errorHandler,
            ObjectProvider<ObservationRegistry> observations,
            JsonMapper json,
            SqsProperties sqsProperties,
            MessagingProperties properties) {
        SqsMessageListenerContainerFactory<Object> factory =
                factory(sqs, errorHandler.acknowledging(), observations, json, sqsProperties, properties);
        factory.configure(options -> options.acknowledgementMode(AcknowledgementMode.MANUAL));
        return factory;
    }

    private static SqsMessageListenerContainerFactory<Object> factory(
            SqsAsyncClient sqs,
            FailedMessageHandler errorHandler,
            ObjectProvider<ObservationRegistry> observations,
            JsonMapper json,
            SqsProperties sqsProperties,
            MessagingProperties properties) {
        SqsMessageListenerContainerFactory<Object> factory = new SqsMessageListenerContainerFactory<>();
        factory.setSqsAsyncClient(sqs);
        factory.setErrorHandler(errorHandler);
        factory.configure(options -> {
            options.queueNotFoundStrategy(QueueNotFoundStrategy.FAIL)
                    .acknowledgementInterval(ACKNOWLEDGEMENT_INTERVAL)
                    .acknowledgementThreshold(MOST_IN_A_BATCH)
                    .messageConverter(textConverter(json))
                    .componentsTaskExecutor(virtualThreads())
                    .autoStartup(properties.consumersEnabled()
                            && !Boolean.FALSE.equals(sqsProperties.getListener().getAutoStartup()));
            configure(options, sqsProperties.getListener());
        });
        observations.ifAvailable(registry -> factory.configure(options -> options.observationRegistry(registry)));
        return factory;
    }

    @Bean
    SqsListenerConfigurer eventQueues(
            QueueDirectory queues, EventFormat format, Inbox inbox, @Nullable Map<String, EventHandler<?>> beans) {
        EventHandlers handlers = EventHandlers.of(beans == null ? Map.of() : beans, queues.consumed());
        EventReader reader = new EventReader(format);
        return registrar -> queues.consumed().stream()
                .filter(queue -> !queue.subscriptions().isEmpty())
                .map(queue -> new EventQueueEndpoint(queues.physicalName(queue.name()), reader, handlers, inbox))
                .forEach(registrar::registerEndpoint);
    }

    /** Has {@code @Valid} payloads of {@code @SqsListener} methods validated. */
    @Bean
    SqsListenerConfigurer payloadValidation(ObjectProvider<Validator> validators) {
        return registrar -> validators.orderedStream().findFirst().ifPresent(registrar::setValidator);
    }

    /**
     * Leaves the body as text, so that it is read as JSON only for the listener's argument. Where the container itself
     * reads it, a failure never reaches the error handler: the message is skipped until it is a dead letter without
     * reason.
     */
    private static SqsMessagingMessageConverter textConverter(JsonMapper json) {
        SqsMessagingMessageConverter converter = new SqsMessagingMessageConverter(json);
        converter.setPayloadTypeMapper(_ -> String.class);
        return converter;
    }

    private static SimpleAsyncTaskExecutor virtualThreads() {
        SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor("sqs-");
        executor.setVirtualThreads(true);
        return executor;
    }

    private static void configure(SqsContainerOptionsBuilder options, SqsProperties.Listener listener) {
        PropertyMapper map = PropertyMapper.get();
        map.from(listener::getMaxConcurrentMessages).to(options::maxConcurrentMessages);
        map.from(listener::getMaxMessagesPerPoll).to(options::maxMessagesPerPoll);
        map.from(listener::getPollTimeout).to(options::pollTimeout);
        map.from(listener::getMaxDelayBetweenPolls).to(options::maxDelayBetweenPolls);
    }

    private static int seconds(Duration duration) {
        return Math.toIntExact(Math.max(1, duration.toSeconds()));
    }
}
