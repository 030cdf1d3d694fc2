package dev.medley.standins.cognito;

import static dev.medley.standins.cognito.Refusals.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

@ExtendWith(PoolExtension.class)
class LockOutIT {

    private static final String INCORRECT = "Incorrect username or password.";
    private static final String LOCKED = "Password attempts exceeded";

    private final PoolFixture pool;

    LockOutIT(PoolFixture pool) {
        this.pool = pool;
    }

    @Test
    void theFifthFailureLocksForASecondAndEachFurtherTwiceAsLong() {
        String email = pool.confirmedUser();
        failTimes(email, 5);
        for (int seconds : List.of(1, 2, 4, 8)) {
            assertRefusal(NotAuthorizedException.class, LOCKED, () -> pool.signIn(email));
            pool.clock().advance(Duration.ofSeconds(seconds).minusMillis(1));
            assertRefusal(NotAuthorizedException.class, LOCKED, () -> pool.signIn(email));
            pool.clock().advance(Duration.ofMillis(1));
            failTimes(email, 1);
        }
    }

    @Test
    void whatIsTriedWhileLockedDoesNotCount() {
        String email = pool.confirmedUser();
        failTimes(email, 5);
        for (int i = 0; i < 20; i++) {
            assertRefusal(NotAuthorizedException.class, LOCKED, () -> pool.initiate(email, "Wrong-Horse-7"));
        }
        pool.clock().advance(Duration.ofSeconds(1));

        assertThat(pool.signIn(email)).isNotNull();
    }

    @Test
    void aSuccessStartsOver() {
        String email = pool.confirmedUser();
        failTimes(email, 4);
        pool.signIn(email);

        failTimes(email, 4);
        assertThat(pool.signIn(email)).isNotNull();
    }

    @Test
    void aQuarterOfAnHourWithoutFailureStartsOver() {
        String email = pool.confirmedUser();
        failTimes(email, 4);
        pool.clock().advance(Duration.ofMinutes(15));

        failTimes(email, 4);
        assertThat(pool.signIn(email)).isNotNull();
    }

    @Test
    void unknownAddressesAreLockedAlike() {
        String email = pool.newEmail();
        failTimes(email, 5);

        assertRefusal(NotAuthorizedException.class, LOCKED, () -> pool.signIn(email));
    }

    @Test
    void parallelGuessesCountOneByOne() throws Exception {
        String email = pool.confirmedUser();
        List<Callable<String>> guesses = IntStream.range(0, 12)
                .<Callable<String>>mapToObj(_ -> () -> guess(email))
                .toList();

        List<String> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(guesses).stream().map(Future::resultNow).toList();
        }

        assertThat(answers).filteredOn(INCORRECT::equals).hasSize(5);
        assertThat(answers).filteredOn(LOCKED::equals).hasSize(7);
    }

    private String guess(String email) {
        try {
            return pool.initiate(email, "Wrong-Horse-7").toString();
        } catch (NotAuthorizedException e) {
            return e.awsErrorDetails().errorMessage();
        }
    }

    private void failTimes(String email, int times) {
        for (int i = 0; i < times; i++) {
            assertRefusal(NotAuthorizedException.class, INCORRECT, () -> pool.initiate(email, "Wrong-Horse-7"));
        }
    }
}
