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
        assertThat(waits(new DecodeBudget(1, 100, 100), 1, 1)).isTrue();
        assertThat(waits(new DecodeBudget(2, 100, 100), 1, 1)).isFalse();
    }

    @Test
    void aPictureWaitsForHeap() throws Exception {
        assertThat(waits(new DecodeBudget(9, 100, 100), 60, 40)).isFalse();
        assertThat(waits(new DecodeBudget(9, 100, 100), 60, 41)).isTrue();
    }

    @Test
    void aPictureWaitsForTheMemoryOfItsCodec() throws Exception {
        DecodeBudget budget = new DecodeBudget(9, 100, 50);
        try (var _ = budget.take(1, 30)) {
            assertThat(waits(budget, 0, 1)).isFalse();
            assertThat(waits(Thread.ofPlatform().unstarted(() -> takeAndGiveBack(budget, 1, 21))))
                    .isTrue();
        }

        budget.take(100, 50).close();
    }

    @Test
    void aPictureBeyondTheWholeIsRefusedAtOnceAndTakesNothing() throws Exception {
        DecodeBudget budget = new DecodeBudget(1, 100, 50);

        assertThatThrownBy(() -> budget.take(101, 1))
                .isInstanceOfSatisfying(
                        RejectedImageException.class,
                        e -> assertThat(e.rejection()).isEqualTo(Rejection.TOO_MANY_PIXELS));
        assertThatThrownBy(() -> budget.take(1_000_000_000_000L, 1)).isInstanceOf(RejectedImageException.class);
        assertThatThrownBy(() -> budget.take(1, 51)).isInstanceOf(RejectedImageException.class);

        budget.take(100, 50).close();
    }

    @Test
    void whoIsInterruptedLeavesTheProcessorToOthers() throws Exception {
        DecodeBudget budget = new DecodeBudget(2, 100, 100);
        try (var _ = budget.take(100, 0)) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> budget.take(1, 0)).isInstanceOf(IllegalStateException.class);
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(waits(budget, 50, 50)).isFalse();
    }

    /** Whether a share has to wait while another is held. */
    private static boolean waits(DecodeBudget budget, long held, long wanted) throws Exception {
        Thread other = Thread.ofPlatform().unstarted(() -> takeAndGiveBack(budget, wanted, 0));
        boolean waiting;
        try (var _ = budget.take(held, 0)) {
            waiting = waits(other);
        }
        other.join();
        return waiting;
    }

    private static boolean waits(Thread other) {
        other.start();
        return Awaitility.await().until(other::getState, SETTLED::contains) == Thread.State.WAITING;
    }

    private static void takeAndGiveBack(DecodeBudget budget, long heap, long codec) {
        try {
            budget.take(heap, codec).close();
        } catch (RejectedImageException e) {
            throw new AssertionError(e);
        }
    }
}
