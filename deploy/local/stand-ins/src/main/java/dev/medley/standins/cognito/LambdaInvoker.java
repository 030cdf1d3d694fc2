package dev.medley.standins.cognito;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls the Lambda as the service does: it has five seconds, and one that cannot be reached or does not answer is tried
 * three times.
 */
final class LambdaInvoker {

    static final Duration TIME_PER_TRY = Duration.ofSeconds(5);

    private static final Logger log = LoggerFactory.getLogger(LambdaInvoker.class);

    private static final int TRIES = 3;

    private final LambdaTriggers lambda;
    private final Duration timePerTry;

    LambdaInvoker(LambdaTriggers lambda, Duration timePerTry) {
        this.lambda = lambda;
        this.timePerTry = timePerTry;
    }

    /** What the Lambda returned, or {@code UnexpectedLambdaException}. */
    String invoke(TriggerSource source, String event) {
        String reason = "";
        for (int i = 1; i <= TRIES; i++) {
            FutureTask<String> attempt = new FutureTask<>(() -> lambda.invoke(event));
            Thread.ofVirtual().name("cognito-trigger").start(attempt);
            try {
                return attempt.get(timePerTry.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                reason = "Socket timeout while invoking Lambda function";
                log.warn("{} did not answer within {} (try {} of {})", source.wireName(), timePerTry, i, TRIES);
            } catch (ExecutionException _) {
                Throwable failure = attempt.exceptionNow();
                reason = failure.getClass().getSimpleName();
                log.warn("{} failed (try {} of {})", source.wireName(), i, TRIES, failure);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw unexpected(source, "the service is stopping");
            } finally {
                attempt.cancel(true);
            }
        }
        throw unexpected(source, reason);
    }

    private static CognitoError unexpected(TriggerSource source, String reason) {
        return new CognitoError(
                ErrorType.UNEXPECTED_LAMBDA,
                "%s invocation failed due to error %s.".formatted(source.trigger(), reason));
    }
}
