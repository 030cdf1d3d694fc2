package dev.medley.images.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DecodeBudgetTests {

    private static final Set<Thread.State> SETTLED = EnumSet.of(Thread.State.WAITING, Thread.State.TERMINATED);

    @Test
    void aPictureWaitsForAProcessor() throws Exception {
        assertThat(waits(new DecodeBudget(1, 100), 1, 1)).isTrue();
        assertThat(waits(new DecodeBudget(2, 100), 1, 1)).isFalse();
    }

    @Test
    void aPictureWaitsForHeap() throws Exception {
        assertThat(waits(new DecodeBudget(9, 100), 60, 40)).isFalse();
        assertThat(waits(new DecodeBudget(9, 100), 60, 41)).isTrue();
    }

    @Test
    void aPictureBeyondTheWholeTakesEverythingAndGivesItBack() throws Exception {
        DecodeBudget budget = new DecodeBudget(9, 100);

        assertThat(waits(budget, 1_000_000_000_000L, 1)).isTrue();
        assertThat(waits(budget, 99, 1)).isFalse();
    }

    @Test
    void whoIsInterruptedLeavesTheProcessorToOthers() throws Exception {
        DecodeBudget budget = new DecodeBudget(2, 100);
        try (var _ = budget.take(100)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> budget.take(1)).isInstanceOf(IllegalStateException.class);
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(waits(budget, 50, 50)).isFalse();
    }

    /** Whether a share has to wait while another is held. */
    private static boolean waits(DecodeBudget budget, long held, long wanted) throws InterruptedException {
        Thread other = new Thread(() -> budget.take(wanted).close());
        boolean waiting;
        try (var _ = budget.take(held)) {
            other.start();
            waiting = Awaitility.await().until(other::getState, SETTLED::contains) == Thread.State.WAITING;
        }
        other.join();
        return waiting;
    }
}
