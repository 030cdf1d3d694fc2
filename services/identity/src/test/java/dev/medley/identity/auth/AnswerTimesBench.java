package dev.medley.identity.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.identity.IdentityClient;
import dev.medley.identity.IdentityClient.Answer;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Measures whether the time of an answer tells an account from an address without one. The README has the command. */
@PlatformTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "medley.identity.limits.account.requests=100000",
            "medley.identity.limits.account-mail.requests=100000",
            "medley.identity.answer-step=500ms",
            "medley.identity.mail-step=1500ms"
        })
class AnswerTimesBench {

    private static final String PASSWORD = "Correct-Horse-7!";
    private static final String WRONG = "Wrong-Horse-9!";

    private static final int CALLS = 200;

    /** Each is used four times per route: the pool has limits of its own, from the fifth on. */
    private static final int ACCOUNTS = CALLS / 4;

    /** At a time, so that it does not take all day; answers wait more than they work. */
    private static final int CLIENTS = 4;

    @LocalServerPort
    private int port;

    private IdentityClient client;
    private List<String> accounts = List.of();
    private List<String> strangers = List.of();

    @BeforeEach
    void prepare(TestPlatform platform) {
        client = new IdentityClient(port);
        accounts = IntStream.range(0, ACCOUNTS).mapToObj(_ -> newEmail()).toList();
        accounts.forEach(platform::signedInUser);
        strangers = IntStream.range(0, ACCOUNTS).mapToObj(_ -> newEmail()).toList();
    }

    @Test
    void printsTheMediansOfEveryRoute() throws Exception {
        System.out.printf("%-26s %10s %10s %8s%n", "route", "account", "stranger", "ratio");
        measure("POST /auth/signin", email -> timed(() -> signIn(email)), strangers);
        measure("POST /auth/signup", email -> timed(() -> signUp(email)), null);
        measure("POST /auth/forgot-password", email -> timed(() -> mail("/auth/forgot-password", email)), strangers);
        measure("POST /auth/resend-code", email -> timed(() -> mail("/auth/resend-code", email)), strangers);
        measure("POST /auth/challenge", email -> timed(() -> mail("/auth/challenge", email)), strangers);
        measure("POST …/challenge/answer", this::answer, strangers);
    }

    /** Account and stranger in turn, so that what slows the machine down slows both. */
    private void measure(String route, Function<String, Double> call, @Nullable List<String> unknown) throws Exception {
        List<Double> known = Collections.synchronizedList(new ArrayList<>());
        List<Double> strange = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService executor = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int index = 0; index < CALLS; index++) {
                String account = accounts.get(index % ACCOUNTS);
                String stranger = unknown == null ? newEmail() : unknown.get(index % ACCOUNTS);
                running.add(executor.submit(() -> {
                    known.add(call.apply(account));
                    strange.add(call.apply(stranger));
                }));
            }
            for (Future<?> pair : running) {
                pair.get();
            }
        }
        System.out.printf(
                "%-26s %7.1f ms %7.1f ms %8.3f%n",
                route, median(known), median(strange), median(known) / median(strange));
    }

    private Answer signIn(String email) {
        return expect(401, client.post("/auth/signin", Map.of("email", email, "password", WRONG)));
    }

    private Answer signUp(String email) {
        return expect(200, client.post("/auth/signup", Map.of("email", email, "password", PASSWORD)));
    }

    private Answer mail(String route, String email) {
        return expect(200, client.post(route, Map.of("email", email)));
    }

    private double answer(String email) {
        String session = mail("/auth/challenge", email).text("session");
        return timed(() -> expect(
                200,
                client.post(
                        "/auth/challenge/answer", Map.of("email", email, "session", session, "answer", "not-a-code"))));
    }

    private static Answer expect(int status, Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        return answer;
    }

    private static double timed(Callable<Answer> call) {
        long begin = System.nanoTime();
        try {
            call.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return (System.nanoTime() - begin) / 1e6;
    }

    private static double median(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return (sorted.get(sorted.size() / 2 - 1) + sorted.get(sorted.size() / 2)) / 2;
    }

    private static String newEmail() {
        return "user-" + UUID.randomUUID() + "@example.com";
    }
}
