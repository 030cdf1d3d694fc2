package dev.medley.standins.cognito;

import static dev.medley.standins.cognito.Refusals.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidLambdaResponseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnexpectedLambdaException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserLambdaValidationException;

@ExtendWith(PoolExtension.class)
class LambdaFailuresIT {

    private static final String SOURCE = "PreSignUp_SignUp";

    private final PoolFixture pool;
    private final RecordingLambda lambda = new RecordingLambda();

    LambdaFailuresIT(PoolFixture pool) {
        this.pool = pool;
    }

    @Test
    void aLambdaThatCannotBeReachedIsTriedThreeTimes() {
        pool.standIn().useTriggers(lambda);
        lambda.on(SOURCE, _ -> {
            throw new ConnectException("refused");
        });

        assertRefusal(
                UnexpectedLambdaException.class,
                "PreSignUp invocation failed due to error ConnectException.",
                () -> pool.signUp(pool.newEmail()));
        assertThat(lambda.events(SOURCE)).hasSize(3);
    }

    @Test
    void aLambdaThatRecoversIsHeard() {
        pool.standIn().useTriggers(lambda);
        lambda.on(SOURCE, event -> {
            if (lambda.events(SOURCE).size() < 3) {
                throw new IOException("not yet");
            }
            return event.toString();
        });

        assertThat(pool.signUp(pool.newEmail()).userSub()).isNotEmpty();
    }

    @Test
    void aLambdaThatTakesTooLongIsStopped() throws Exception {
        CountDownLatch stopped = new CountDownLatch(3);
        CountDownLatch never = new CountDownLatch(1);
        pool.standIn().useTriggers(lambda, Duration.ofSeconds(1));
        lambda.on(SOURCE, event -> {
            try {
                never.await();
                return event.toString();
            } finally {
                stopped.countDown();
            }
        });

        assertRefusal(
                UnexpectedLambdaException.class,
                "PreSignUp invocation failed due to error Socket timeout while invoking Lambda function.",
                () -> pool.signUp(pool.newEmail()));
        assertThat(stopped.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatTheFunctionItselfRefusesIsNotTriedAgain() {
        pool.standIn().useTriggers(lambda);
        lambda.on(SOURCE, _ -> """
                {"errorMessage":"no","errorType":"Refused"}""");

        assertRefusal(
                UserLambdaValidationException.class,
                "PreSignUp failed with error no.",
                () -> pool.signUp(pool.newEmail()));
        assertThat(lambda.events(SOURCE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "{\"response\":null}",
                "{\"response\":7}",
                "{\"response\":{\"autoConfirmUser\":\"yes\"}}"
            })
    void whatIsNoResponseIsRefused(String returned) {
        pool.standIn().useTriggers(_ -> returned);

        assertRefusal(
                InvalidLambdaResponseException.class,
                "Unrecognizable lambda output",
                () -> pool.signUp(pool.newEmail()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "ok"})
    void whatIsNotJsonIsRefused(String returned) {
        pool.standIn().useTriggers(_ -> returned);

        assertRefusal(
                InvalidLambdaResponseException.class,
                "Invalid lambda function output : Invalid JSON",
                () -> pool.signUp(pool.newEmail()));
    }
}
