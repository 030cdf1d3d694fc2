package dev.medley.messaging.listener;

import dev.medley.contracts.QueueDefinition;
import dev.medley.messaging.NonRetryableMessageException;
import dev.medley.messaging.QueueDirectory;
import dev.medley.messaging.RetryLaterException;
import io.awspring.cloud.sqs.MessageHeaderUtils;
import io.awspring.cloud.sqs.listener.AsyncAdapterBlockingExecutionFailedException;
import io.awspring.cloud.sqs.listener.ListenerExecutionFailedException;
import io.awspring.cloud.sqs.listener.SqsHeaders;
import io.awspring.cloud.sqs.listener.acknowledgement.Acknowledgement;
import io.awspring.cloud.sqs.listener.errorhandler.AsyncErrorHandler;
import io.awspring.cloud.sqs.listener.errorhandler.ErrorHandlerVisibilityHelper;
import jakarta.validation.ConstraintViolationException;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;
import org.springframework.messaging.converter.MessageConversionException;
import org.springframework.messaging.handler.annotation.support.MethodArgumentNotValidException;

/**
 * Decides about a message whose handling failed. What can never succeed is set aside in the dead-letter queue and
 * acknowledged; anything else is delivered again after a pause, until SQS's redrive policy sets it aside.
 */
final class FailedMessageHandler implements AsyncErrorHandler<Object> {

    private static final Logger log = LoggerFactory.getLogger(FailedMessageHandler.class);

    private final QueueDirectory queues;
    private final DeadLetterSender deadLetters;
    private final AsyncErrorHandler<Object> retry;
    private final Function<Message<Object>, CompletableFuture<Void>> acknowledgement;

    private FailedMessageHandler(
            QueueDirectory queues,
            DeadLetterSender deadLetters,
            AsyncErrorHandler<Object> retry,
            Function<Message<Object>, CompletableFuture<Void>> acknowledgement) {
        this.queues = queues;
        this.deadLetters = deadLetters;
        this.retry = retry;
        this.acknowledgement = acknowledgement;
    }

    /** Of a container that acknowledges what is handled, which a message that is set aside is. */
    FailedMessageHandler(QueueDirectory queues, DeadLetterSender deadLetters, AsyncErrorHandler<Object> retry) {
        this(queues, deadLetters, retry, _ -> CompletableFuture.completedFuture(null));
    }

    /** Of a container whose listener acknowledges, which never sees a message that cannot be read. */
    FailedMessageHandler acknowledging() {
        return new FailedMessageHandler(queues, deadLetters, retry, Acknowledgement::acknowledgeAsync);
    }

    @Override
    public CompletableFuture<Void> handle(Message<Object> message, Throwable failure) {
        Optional<QueueDefinition> queue =
                queues.consumedAs(MessageHeaderUtils.getHeaderAsString(message, SqsHeaders.SQS_QUEUE_NAME_HEADER));
        NonRetryableMessageException verdict = verdict(failure);
        if (thrownByListener(failure) instanceof RetryLaterException later) {
            return postpone(message, later, failure);
        }
        if (verdict == null || queue.isEmpty()) {
            return retry.handle(message, failure);
        }
        log.warn(
                "Message {} of {} goes to the dead-letter queue: {}: {}",
                MessageHeaderUtils.getId(message),
                queue.get().name(),
                verdict.reason(),
                verdict.detail());
        return deadLetters
                .send(queue.get(), source(message), verdict)
                .thenCompose(_ -> acknowledgement.apply(message))
                .exceptionallyCompose(undelivered -> retry.handle(message, undelivered));
    }

    private static CompletableFuture<Void> postpone(
            Message<Object> message, RetryLaterException later, Throwable failure) {
        log.info(
                "Message {} comes back in {}: {}",
                MessageHeaderUtils.getId(message),
                later.pause(),
                later.getMessage());
        int seconds = Math.toIntExact(later.pause().plusMillis(999).toSeconds());
        return ErrorHandlerVisibilityHelper.getVisibility(message)
                .changeToAsync(seconds)
                .thenCompose(_ -> CompletableFuture.failedFuture(failure));
    }

    /** Which message of a batch is to blame is not known, so all of them are delivered again. */
    @Override
    public CompletableFuture<Void> handle(Collection<Message<Object>> messages, Throwable failure) {
        return retry.handle(messages, failure);
    }

    private static @Nullable NonRetryableMessageException verdict(Throwable failure) {
        Throwable cause = thrownByListener(failure);
        return switch (cause) {
            case NonRetryableMessageException verdict -> verdict;
            case MessageConversionException unreadable ->
                new NonRetryableMessageException(
                        "malformed-payload", "The body is not what the listener reads.", unreadable);
            case MethodArgumentNotValidException invalid ->
                new NonRetryableMessageException("invalid-payload", String.valueOf(invalid.getMessage()), invalid);
            case ConstraintViolationException invalid ->
                new NonRetryableMessageException("invalid-payload", String.valueOf(invalid.getMessage()), invalid);
            default -> null;
        };
    }

    private static Throwable thrownByListener(Throwable failure) {
        Throwable cause = failure;
        while (isWrapper(cause) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static boolean isWrapper(Throwable failure) {
        return failure instanceof ListenerExecutionFailedException
                || failure instanceof AsyncAdapterBlockingExecutionFailedException
                || failure instanceof CompletionException;
    }

    private static software.amazon.awssdk.services.sqs.model.Message source(Message<?> message) {
        return MessageHeaderUtils.getHeader(
                message, SqsHeaders.SQS_SOURCE_DATA_HEADER, software.amazon.awssdk.services.sqs.model.Message.class);
    }
}
