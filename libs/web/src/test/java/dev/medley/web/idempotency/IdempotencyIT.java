package dev.medley.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.sample.Gate;
import dev.medley.sample.MovableClock;
import dev.medley.sample.SampleServiceTest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdempotencyIT extends SampleServiceTest {

    private static final Duration DAY = Duration.ofHours(24);

    private final String key = UUID.randomUUID().toString();
    private final String title = "title of " + key;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private Gate gate;

    @Autowired
    private AnswerPurge purge;

    @AfterEach
    void resetTheClock() {
        clock.reset();
    }

    @Test
    void repeatsTheFirstAnswerWithoutTheEffect() throws Exception {
        HttpResponse<String> first = send(order("/orders"));
        HttpResponse<String> second = send(order("/orders"));

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        for (String kept : new String[] {"Location", "ETag", "Content-Type"}) {
            assertThat(second.headers().firstValue(kept))
                    .isPresent()
                    .isEqualTo(first.headers().firstValue(kept));
        }
        assertThat(second.headers().firstValue("X-Once")).isEmpty();
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void takesTheQuotedKeyForTheSame() throws Exception {
        send(order("/orders"));
        HttpResponse<String> second = send(posting("/orders", body()).header("Idempotency-Key", "\"" + key + "\""));

        assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void repeatsAnEmptyAnswer() throws Exception {
        HttpRequest.Builder request =
                signedIn("/orders/empty").header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.noBody());

        assertThat(send(request).statusCode()).isEqualTo(204);
        HttpResponse<String> second = send(request);

        assertThat(second.statusCode()).isEqualTo(204);
        assertThat(second.headers().firstValue("Idempotency-Replayed")).hasValue("true");
    }

    @Test
    void refusesTheKeyForAnotherBodyOrQuery() throws Exception {
        send(order("/orders"));

        problem(
                send(posting("/orders", "{\"title\":\"another\"}").header("Idempotency-Key", key)),
                422,
                "idempotency-key-reused");
        problem(send(order("/orders?then=else")), 422, "idempotency-key-reused");
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void countsTheKeyPerUserAndRoute() throws Exception {
        String stranger = POOL.sign(POOL.claims().subject("somebody-else").build());
        HttpRequest.Builder strangersRequest = anonymous("/orders")
                .header("Authorization", "Bearer " + stranger)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body()));

        assertThat(send(order("/orders")).headers().firstValue("Idempotency-Replayed"))
                .isEmpty();
        assertThat(send(strangersRequest).headers().firstValue("Idempotency-Replayed"))
                .isEmpty();
        assertThat(send(order("/orders/strict")).headers().firstValue("Idempotency-Replayed"))
                .isEmpty();
        assertThat(send(order("/public/orders")).headers().firstValue("Idempotency-Replayed"))
                .isEmpty();
        assertThat(effects()).isEqualTo(4);
    }

    @Test
    void forgetsARequestThatFailedAndUndoesItsEffect() throws Exception {
        problem(send(order("/orders?then=fail")), 409, "conflict");
        assertThat(effects()).isZero();
        assertThat(storedKeys()).isZero();

        problem(send(order("/orders?then=fail")), 409, "conflict");
    }

    @Test
    void forgetsARequestThatWasRefused() throws Exception {
        assertThat(send(order("/orders?then=refuse")).statusCode()).isEqualTo(400);
        assertThat(storedKeys()).isZero();
    }

    @Test
    void doesNotStoreARequestWithAFaultyBody() throws Exception {
        problem(send(posting("/orders", "{\"tilte\":1}").header("Idempotency-Key", key)), 400, "invalid-request");
        assertThat(storedKeys()).isZero();
        assertThat(send(order("/orders")).statusCode()).isEqualTo(201);
    }

    @Test
    void actsEachTimeWithoutAKey() throws Exception {
        send(posting("/orders", body()));
        send(posting("/orders", body()));

        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void insistsOnAKeyWhereRequired() throws Exception {
        problem(send(posting("/orders/strict", body())), 400, "invalid-request");
        assertThat(effects()).isZero();
    }

    @Test
    void makesATwinWaitAndThenTellsItToRetry() throws Exception {
        gate.close();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<HttpResponse<String>> first =
                    CompletableFuture.supplyAsync(() -> sendUnchecked(order("/orders?then=hold")), threads);
            gate.awaitHeld();

            HttpResponse<String> twin = send(order("/orders?then=hold"));
            gate.open();

            problem(twin, 409, "request-in-progress");
            assertThat(twin.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(first.join().statusCode()).isEqualTo(201);
            assertThat(send(order("/orders?then=hold")).headers().firstValue("Idempotency-Replayed"))
                    .hasValue("true");
            assertThat(effects()).isEqualTo(1);
        }
    }

    @Test
    void givesAllOfManyTwinsTheOneAnswer() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> sendUnchecked(order("/orders")), threads))
                    .toList();

            assertThat(answers).extracting(answer -> answer.join().statusCode()).containsOnly(201);
            assertThat(answers.stream().map(answer -> answer.join().body()).distinct())
                    .hasSize(1);
            assertThat(effects()).isEqualTo(1);
        }
    }

    @Test
    void forgetsTheAnswerAfterADay() throws Exception {
        send(order("/orders"));
        clock.advance(DAY.minusMinutes(1));
        assertThat(sendAnonymously().headers().firstValue("Idempotency-Replayed"))
                .isEmpty();
        assertThat(sendAnonymously().headers().firstValue("Idempotency-Replayed"))
                .hasValue("true");
        clock.advance(DAY);

        assertThat(sendAnonymously().headers().firstValue("Idempotency-Replayed"))
                .isEmpty();
    }

    @Test
    void purgesWhatHasExpired() throws Exception {
        send(order("/orders"));

        purge.purge();
        assertThat(storedKeys()).isEqualTo(1);

        clock.advance(DAY.plusSeconds(1));
        purge.purge();
        assertThat(storedKeys()).isZero();
    }

    /** Tokens do not outlive a day, so the tests that move the clock use a public route. */
    private HttpResponse<String> sendAnonymously() {
        return sendUnchecked(anonymous("/public/orders")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body())));
    }

    private HttpRequest.Builder order(String path) {
        return posting(path, body()).header("Idempotency-Key", key);
    }

    private String body() {
        return "{\"title\":\"" + title + "\"}";
    }

    private long effects() {
        return jdbc.sql("SELECT count(*) FROM placed_order WHERE title = :title")
                .param("title", title)
                .query(Long.class)
                .single();
    }

    private long storedKeys() {
        return jdbc.sql("SELECT count(*) FROM idempotency_key WHERE key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    private static HttpResponse<String> sendUnchecked(HttpRequest.Builder request) {
        try {
            return send(request);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
