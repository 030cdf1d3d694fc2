package dev.medley.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TimeOrderedUuidTests {

    private static final Instant TIME = Instant.parse("2026-11-02T09:14:07.482Z");

    @Test
    void carriesTimeVersionAndVariant() {
        UUID id = TimeOrderedUuid.at(TIME);

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(TIME.toEpochMilli());
    }

    @Test
    void differsWithinAMillisecondAndGrowsWithTime() {
        assertThat(TimeOrderedUuid.at(TIME)).isNotEqualTo(TimeOrderedUuid.at(TIME));
        assertThat(TimeOrderedUuid.at(TIME).toString())
                .isLessThan(TimeOrderedUuid.at(TIME.plusMillis(1)).toString());
    }
}
