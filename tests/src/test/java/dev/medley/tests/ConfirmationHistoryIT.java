package dev.medley.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.tests.IdentityClient.Newcomer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clients confirm their addresses while the service is killed at random moments, and write down what they were told; then
 * their history is held against what happened.
 */
@RunningServices
class ConfirmationHistoryIT {

    private static final Logger log = LoggerFactory.getLogger(ConfirmationHistoryIT.class);

    private static final int KILLS = 3;
    private static final int USERS_PER_KILL = 5;

    /** About as long as the first requests after a start take. */
    private static final int LATEST_KILL_MILLIS = 1_000;

    /**
     * One client's request.
     *
     * @param user who asked
     * @param status what the answer said; 0 when none came
     */
    private record Attempt(Newcomer user, int status) {

        boolean isAnswered() {
            return status != 0;
        }
    }

    @Test
    void whoeverGotAnAnswerHasTheEffectOnce(Services services) throws Exception {
        long seed = Long.getLong("history.seed", System.nanoTime());
        log.info("repeat this order of kills with -Dhistory.seed={}", seed);
        Random random = new Random(seed);
        IdentityClient identity = new IdentityClient(services);
        Effects effects = new Effects(services.platform());
        effects.awaitSettled();
        int handledBefore = effects.handledEvents();
        int deadLettersBefore = effects.deadLetters();
        List<Newcomer> users = Stream.generate(identity::signUp)
                .limit((KILLS + 1) * USERS_PER_KILL)
                .toList();

        List<Attempt> history = new ArrayList<>();
        for (int round = 0; round <= KILLS; round++) {
            List<Newcomer> now = users.subList(round * USERS_PER_KILL, (round + 1) * USERS_PER_KILL);
            if (round < KILLS) {
                history.addAll(confirmAndKill(now, identity, services, random.nextInt(LATEST_KILL_MILLIS)));
                services.identity().start().awaitReady();
            } else {
                history.addAll(confirm(now, identity));
            }
        }
        log.info(
                "of {} requests {} were answered",
                history.size(),
                history.stream().filter(Attempt::isAnswered).count());

        assertThat(history)
                .filteredOn(Attempt::isAnswered)
                .extracting(Attempt::status)
                .containsOnly(200);
        for (Attempt unknown :
                history.stream().filter(attempt -> !attempt.isAnswered()).toList()) {
            signInAtLast(unknown.user(), identity);
        }
        effects.awaitSettled();
        assertThat(users)
                .allSatisfy(user -> assertThat(effects.galleriesOf(user.id()))
                        .as("galleries of %s, seed %d", user.id(), seed)
                        .isEqualTo(1));
        assertThat(effects.handledEvents() - handledBefore)
                .as("events, seed %d", seed)
                .isEqualTo(users.size());
        assertThat(effects.deadLetters()).isEqualTo(deadLettersBefore);
    }

    private static List<Attempt> confirmAndKill(
            List<Newcomer> users, IdentityClient identity, Services services, int delayMillis) throws Exception {
        try (ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor()) {
            ScheduledFuture<?> kill =
                    killer.schedule(services.identity()::killHard, delayMillis, TimeUnit.MILLISECONDS);
            List<Attempt> attempts = confirm(users, identity);
            kill.get();
            return attempts;
        }
    }

    private static List<Attempt> confirm(List<Newcomer> users, IdentityClient identity) throws Exception {
        List<Attempt> attempts = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Attempt>> running = users.stream()
                    .map(user -> clients.submit(() -> attempt(user, identity)))
                    .toList();
            for (Future<Attempt> attempt : running) {
                attempts.add(attempt.get());
            }
        }
        return attempts;
    }

    private static Attempt attempt(Newcomer user, IdentityClient identity) {
        try {
            return new Attempt(user, identity.confirm(user));
        } catch (IOException e) {
            log.debug("no answer", e);
            return new Attempt(user, 0);
        }
    }

    /** What somebody does who never learned whether the code was taken. */
    private static void signInAtLast(Newcomer user, IdentityClient identity) throws IOException {
        if (identity.signIn(user) != 200) {
            assertThat(identity.confirm(user)).isEqualTo(200);
            assertThat(identity.signIn(user)).isEqualTo(200);
        }
    }
}
