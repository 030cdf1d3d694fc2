package dev.medley.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.identity.IdentityClient;
import dev.medley.identity.IdentityClient.Answer;
import dev.medley.identity.cognito.FakePool;
import dev.medley.testing.PlatformTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Small limits before a pool that counts what gets through to it. Each test is a client of its own, behind a proxy. */
@PlatformTest
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "medley.identity.limits.address.requests=8",
            "medley.identity.limits.address.window=10m",
            "medley.identity.limits.address-mail.requests=4",
            "medley.identity.limits.account.requests=3",
            "medley.identity.limits.account-mail.requests=2",
            "medley.identity.answer-step=1ms",
            "medley.identity.mail-step=1ms"
        })
class AttemptLimitsIT {

    private static final FakePool POOL = new FakePool();

    private final String email = "user-" + UUID.randomUUID() + "@example.com";

    @LocalServerPort
    private int port;

    private IdentityClient client;

    @DynamicPropertySource
    static void endpoint(DynamicPropertyRegistry registry) {
        registry.add("medley.cognito.endpoint", POOL::endpoint);
    }

    @AfterAll
    static void close() {
        POOL.close();
    }

    @BeforeEach
    void connect() {
        client = new IdentityClient(port);
        POOL.fail("NotAuthorizedException", "Incorrect username or password.");
    }

    @Test
    void anAccountMayBeTriedSoOftenFromWhereverItIs() {
        int before = POOL.calls();
        for (int attempt = 0; attempt < 3; attempt++) {
            Answer refused = signIn(email, newAddress());
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.response().headers().allValues("RateLimit-Policy"))
                    .containsExactly("\"address\";q=8;w=600", "\"account\";q=3;w=600");
            assertThat(refused.response().headers().allValues("RateLimit"))
                    .anyMatch(state -> state.startsWith("\"account\";r="));
        }

        Answer limited = signIn(email.toUpperCase(Locale.ROOT), newAddress());

        assertThat(limited.status()).as(limited.response().body()).isEqualTo(429);
        assertThat(limited.text("code")).isEqualTo("too-many-attempts");
        assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(100, 200);
        assertThat(limited.response().headers().allValues("RateLimit"))
                .anyMatch(state -> state.startsWith("\"account\";r=0;"));
        assertThat(POOL.calls() - before).as("calls of the pool").isEqualTo(3);
        assertThat(signIn("other-" + email, newAddress()).status()).isEqualTo(401);
    }

    @Test
    void anAddressMayTrySoOftenWhateverItTries() {
        String from = newAddress();
        for (int attempt = 0; attempt < 8; attempt++) {
            assertThat(signIn("user-" + UUID.randomUUID() + "@example.com", from)
                            .status())
                    .isEqualTo(401);
        }

        Answer limited = client.post("/auth/refresh", Map.of("refreshToken", "a.b"), "X-Forwarded-For", from);

        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.text("code")).isEqualTo("rate-limited");
        assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 75);
        assertThat(signIn(email, newAddress()).status()).as("another client").isEqualTo(401);
    }

    @Test
    void onlyTheLastHopOfAForwardedRequestCounts() {
        String from = newAddress();
        for (int attempt = 0; attempt < 8; attempt++) {
            signIn("user-" + UUID.randomUUID() + "@example.com", newAddress() + ", " + from);
        }

        assertThat(signIn(email, newAddress() + ", " + from).status()).isEqualTo(429);
    }

    @Test
    void anAccountGetsSoManyMailsByWhicheverRoute() {
        POOL.fail("UserNotFoundException", "Username/client id combination not found.");
        assertThat(mail("/auth/forgot-password", email, newAddress()).status()).isEqualTo(200);
        assertThat(mail("/auth/resend-code", email, newAddress()).status()).isEqualTo(200);
        int before = POOL.calls();

        for (String route : List.of("/auth/forgot-password", "/auth/resend-code", "/auth/challenge")) {
            Answer limited = mail(route, email, newAddress());
            assertThat(limited.status()).as(route).isEqualTo(429);
            assertThat(limited.text("code")).isEqualTo("too-many-attempts");
        }
        Answer signUp = client.post(
                "/auth/signup",
                Map.of("email", email, "password", "Correct-Horse-7!"),
                "X-Forwarded-For",
                newAddress());
        assertThat(signUp.status()).isEqualTo(429);
        assertThat(POOL.calls()).isEqualTo(before);
    }

    @Test
    void anAddressCausesSoManyMailsToWhomever() {
        POOL.fail("UserNotFoundException", "Username/client id combination not found.");
        String from = newAddress();
        for (int attempt = 0; attempt < 4; attempt++) {
            assertThat(mail("/auth/forgot-password", "user-" + UUID.randomUUID() + "@example.com", from)
                            .status())
                    .isEqualTo(200);
        }

        assertThat(mail("/auth/forgot-password", email, from).status()).isEqualTo(429);
        assertThat(signIn(email, from).status()).as("what sends no mail").isEqualTo(401);
    }

    private Answer signIn(String account, String from) {
        return client.post(
                "/auth/signin", Map.of("email", account, "password", "Correct-Horse-7!"), "X-Forwarded-For", from);
    }

    private Answer mail(String route, String account, String from) {
        return client.post(route, Map.of("email", account), "X-Forwarded-For", from);
    }

    /** From the documentation network of IPv6: a /64 of its own each time. */
    private static String newAddress() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return "2001:db8:%x:%x::1".formatted(random.nextInt(0x10000), random.nextInt(0x10000));
    }
}
