package dev.medley.standins.cognito;

import java.io.IOException;

/**
 * The Lambda behind a user pool's triggers: takes AWS's trigger event as JSON, gives the event back with its response
 * filled in. The events are those of
 * <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html">
 * the developer guide</a>. It may call the user pool: no transaction is open and no row is locked meanwhile.
 */
@FunctionalInterface
public interface LambdaTriggers {

    /**
     * Runs the Lambda once.
     *
     * @param event AWS's event, a JSON object
     * @return the event with its response; or, when the function itself reports an error, what the Lambda service returns
     *     for it: an object with {@code errorMessage} and {@code errorType}. Its message reaches the client in a {@code
     *     UserLambdaValidationException}
     * @throws IOException when the Lambda cannot be reached; it is tried three times in all
     * @throws InterruptedException when it is stopped after its time, five seconds, is up
     */
    String invoke(String event) throws IOException, InterruptedException;
}
