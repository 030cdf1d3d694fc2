package dev.medley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.medley.contracts.ScheduleDefinition;
import dev.medley.contracts.Schedules;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduledMinutesTests {

    @ParameterizedTest
    @CsvSource({
        "0 1 * * ? *, 2026-11-02T01:00:00Z, true",
        "0 1 * * ? *, 2026-11-02T01:01:00Z, false",
        "0 1 * * ? *, 2026-11-02T13:00:00Z, false",
        "0 2 1 * ? *, 2026-11-01T02:00:00Z, true",
        "0 2 1 * ? *, 2026-11-02T02:00:00Z, false",
        "30 4 ? 12 * *, 2026-12-09T04:30:00Z, true",
        "30 4 ? 12 * *, 2026-11-09T04:30:00Z, false"
    })
    void aMinuteMatchesInEveryField(String cron, Instant minute, boolean expected) {
        assertThat(minutes(cron).contains(minute)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/5 * * * ? *", "0 1 * * MON-FRI *", "0 1 * * ? 2027", "0 1 * *"})
    void whatItDoesNotKnowIsRefused(String cron) {
        assertThatThrownBy(() -> minutes(cron)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyScheduleOfThePlatformIsKnown() {
        assertThat(Schedules.load().schedules()).isNotEmpty().allSatisfy(ScheduledMinutes::of);
    }

    private static ScheduledMinutes minutes(String cron) {
        return ScheduledMinutes.of(new ScheduleDefinition("test", cron, "queue", Map.of()));
    }
}
