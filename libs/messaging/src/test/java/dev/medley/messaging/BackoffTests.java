package dev.medley.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTests {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    @Test
    void theBoundDoublesUpToTheMaximum() {
        assertThat(backoff.bound(1)).hasSeconds(1);
        assertThat(backoff.bound(2)).hasSeconds(2);
        assertThat(backoff.bound(6)).hasSeconds(32);
        assertThat(backoff.bound(7)).hasSeconds(60);
        assertThat(backoff.bound(Integer.MAX_VALUE)).hasSeconds(60);
    }

    @Test
    void delaysSpreadOverTheWholeRangeBelowTheBound() {
        Random random = new Random(7);

        LongSummaryStatistics millis = LongStream.range(0, 1000)
                .map(_ -> backoff.delay(3, random).toMillis())
                .summaryStatistics();

        assertThat(millis.getMin()).isBetween(0L, 200L);
        assertThat(millis.getMax()).isBetween(3800L, 4000L);
        assertThat(millis.getAverage()).isBetween(1800.0, 2200.0);
    }
}
