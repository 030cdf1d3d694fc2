package dev.medley.standins.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInGuardTests {

    @ParameterizedTest
    @CsvSource({"1, 0", "4, 0", "5, 1", "6, 2", "10, 32", "14, 512", "15, 900", "16, 900", "1000000, 900"})
    void theLockDoublesUpToAQuarterOfAnHour(int failures, int seconds) {
        assertThat(SignInGuard.lockAfter(failures)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
