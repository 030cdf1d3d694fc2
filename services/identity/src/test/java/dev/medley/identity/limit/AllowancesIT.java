package dev.medley.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.medley.identity.crypto.ServiceSecret;
import dev.medley.testing.PlatformTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AllowancesIT {

    private final String whose = "anna-" + UUID.randomUUID() + "@example.com";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ServiceSecret secret;

    private Instant now = Instant.now();
    private Allowances allowances;

    @BeforeEach
    void prepare() {
        allowances = allowances(new Quota(5, Duration.ofMinutes(1)));
    }

    @Test
    void allOfItMayBeUsedAtOnceAndComesBackEvenly() {
        for (int left = 4; left >= 0; left--) {
            assertThat(take().remaining()).isEqualTo(left);
            assertThat(take(allowances, "somebody else " + whose + left).remaining())
                    .isEqualTo(4);
        }

        Standing refused = take();
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(12));
        assertThat(refused.policyHeader()).isEqualTo("\"account\";q=5;w=60");
        assertThat(refused.stateHeader()).isEqualTo("\"account\";r=0;t=60");

        now = now.plusMillis(11_999);
        assertThat(take().retryAfter()).isEqualTo(Duration.ofMillis(1));
        now = now.plusMillis(1);
        assertThat(take().retryAfter()).isNull();
        assertThat(take().retryAfter()).isNotNull();
    }

    @Test
    void whatIsRefusedTakesNothing() {
        IntStream.range(0, 50).forEach(_ -> take());

        now = now.plusSeconds(12);
        assertThat(take().retryAfter()).isNull();
    }

    @Test
    void aPauseFillsItUpAndNotMore() {
        take();
        now = now.plus(Duration.ofDays(1));

        assertThat(take().remaining()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"7, PT1M", "300, PT1M", "3, PT10S", "11, PT1H"})
    void everyQuotaAllowsExactlyItsNumber(int requests, Duration window) {
        Allowances other = allowances(new Quota(requests, window));

        assertThat(IntStream.range(0, requests + 5)
                        .mapToObj(_ -> take(other, whose))
                        .filter(standing -> standing.retryAfter() == null))
                .hasSize(requests);
    }

    @Test
    void manyAtOnceGetNoMoreThanThereIs() throws Exception {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Standing> attempt = this::take;
            List<Future<Standing>> attempts = IntStream.range(0, 40)
                    .mapToObj(_ -> executor.submit(attempt))
                    .toList();
            int allowed = 0;
            for (Future<Standing> future : attempts) {
                allowed += future.get().retryAfter() == null ? 1 : 0;
            }

            assertThat(allowed).isEqualTo(5);
        }
    }

    @Test
    void nobodyReadsWhoseItIs() {
        take();

        List<byte[]> keys =
                jdbc.sql("SELECT key FROM allowance").query(byte[].class).list();
        assertThat(keys).isNotEmpty().allSatisfy(key -> {
            assertThat(key).hasSize(32);
            assertThat(new String(key, StandardCharsets.ISO_8859_1)).doesNotContain("example");
        });
    }

    @Test
    void whatIsWholeAgainIsForgotten() {
        take();
        now = now.plusSeconds(11);
        allowances.purge();
        assertThat(take().remaining()).as("kept while it counts").isEqualTo(3);

        now = now.plus(Duration.ofMinutes(2));

        assertThat(allowances.purge()).isPositive();
        assertThat(allowances.purge()).isZero();
    }

    @Test
    void aConfigurationNeedsEveryQuota() {
        assertThatThrownBy(() -> new LimitProperties(
                        Map.of(Allowance.ACCOUNT, new Quota(1, Duration.ofSeconds(1))),
                        Duration.ofMillis(500),
                        Duration.ofMillis(500)))
                .hasMessageContaining("ADDRESS_MAIL");
        assertThatThrownBy(() -> new Quota(0, Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quota(1, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    private Standing take() {
        return take(allowances, whose);
    }

    private static Standing take(Allowances from, String whose) {
        return from.take(Allowance.ACCOUNT, whose);
    }

    private Allowances allowances(Quota quota) {
        Map<Allowance, Quota> quotas = new EnumMap<>(Allowance.class);
        for (Allowance allowance : Allowance.values()) {
            quotas.put(allowance, quota);
        }
        InstantSource clock = () -> now;
        return new Allowances(
                jdbc, clock, new LimitProperties(quotas, Duration.ofMillis(500), Duration.ofMillis(500)), secret);
    }
}
