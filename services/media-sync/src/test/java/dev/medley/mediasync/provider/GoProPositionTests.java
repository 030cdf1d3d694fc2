package dev.medley.mediasync.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GoProPositionTests {

    private static final Instant BEGIN = Instant.parse("2026-10-01T08:00:00Z");

    @Test
    void aLibraryWithoutTimesGoesOnWhereItWasLeft() {
        GoProPosition left = GoProPosition.start(100).resume(10, 100, page(false, 1_000));

        assertThat(left.page()).isEqualTo(10);
        assertThat(left.mayHaveMissed(page(false, 1_100), 10)).isFalse();
        assertThat(left.mayHaveMissed(page(false, 900), 10))
                .as("some were deleted")
                .isTrue();
    }

    @Test
    void timesTellWhatMovedToEarlierPages() {
        GoProPosition left = GoProPosition.start(100).resume(10, 100, page(true, 1_000));

        assertThat(left.mayHaveMissed(page(true, 1_000), 10)).isFalse();
        assertThat(left.mayHaveMissed(later(page(true, 1_000)), 10)).isTrue();
    }

    private static GoProAnswers.Page page(boolean dated, long total) {
        List<Instant> times =
                IntStream.range(0, 100).mapToObj(BEGIN::plusSeconds).toList();
        List<MediaItem> items = times.stream()
                .map(time -> new MediaItem("m" + time.getEpochSecond(), "m", "a.MP4", 1L, time, true))
                .toList();
        return new GoProAnswers.Page(items, dated ? times : List.of(), (int) (total / 100), total);
    }

    private static GoProAnswers.Page later(GoProAnswers.Page page) {
        return new GoProAnswers.Page(
                page.items(),
                page.times().stream().map(time -> time.plusSeconds(3600)).toList(),
                page.totalPages(),
                page.totalItems());
    }
}
