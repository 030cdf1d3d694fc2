package dev.medley.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTests {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-10-01T08:00:00Z"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "90",
                " 90 ",
                "Thu, 01 Oct 2026 08:01:30 GMT",
                "Thursday, 01-Oct-26 08:01:30 GMT",
                "Thu Oct  1 08:01:30 2026"
            })
    void secondsAndDatesAreUnderstood(String header) {
        assertThat(RetryAfter.parse(header, CLOCK)).contains(Duration.ofSeconds(90));
    }

    @Test
    void aDateThatHasPassedIsNoWait() {
        assertThat(RetryAfter.parse("Thu, 01 Oct 2026 07:59:00 GMT", CLOCK)).contains(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "9999999999", "soon", "2026-10-01T08:01:30Z"})
    void whatIsNeitherIsNotUnderstood(String header) {
        assertThat(RetryAfter.parse(header, CLOCK)).isEmpty();
    }
}
