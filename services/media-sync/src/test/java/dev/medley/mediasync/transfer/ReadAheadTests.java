package dev.medley.mediasync.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class ReadAheadTests {

    private static final DataSize BUDGET = DataSize.ofMegabytes(4);

    private final ReadAhead readAhead = new ReadAhead(BUDGET);

    @Test
    void allBuffersTogetherKeepToTheBudget() throws Exception {
        AtomicLong held = new AtomicLong();
        AtomicLong most = new AtomicLong();
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            List<Future<?>> all = new ArrayList<>();
            for (int transfer = 0; transfer < 20; transfer++) {
                long size = (1L + transfer % 3) << 20;
                all.add(threads.submit(() -> {
                    for (int part = 0; part < 50; part++) {
                        try (ReadAhead.Buffer buffer = readAhead.await(size)) {
                            most.accumulateAndGet(held.addAndGet(buffer.bytes().length), Math::max);
                            Arrays.fill(buffer.bytes(), (byte) 1);
                            held.addAndGet(-size);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }

        assertThat(most.get()).isBetween(1L, BUDGET.toBytes());
        assertThat(readAhead.take(BUDGET.toBytes())).isPresent();
    }

    @Test
    void nobodyGoesBeforeThoseWhoWait() throws Exception {
        ReadAhead.Buffer first = readAhead.await(3 << 20);
        Thread waiting = Thread.ofVirtual().start(() -> {
            try (ReadAhead.Buffer buffer = readAhead.await(2 << 20)) {
                assertThat(buffer.bytes()).hasSize(2 << 20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        Awaitility.await().until(() -> waiting.getState() == Thread.State.WAITING);

        Optional<ReadAhead.Buffer> besides = readAhead.take(1 << 20);

        assertThat(besides).isEmpty();
        first.close();
        waiting.join();
        assertThat(readAhead.take(1 << 20)).isPresent();
    }

    @Test
    void noBufferIsLongerThan64Mebibytes() {
        assertThat(new ReadAhead(DataSize.ofGigabytes(1)).largestPart()).isEqualTo(64 << 20);
        assertThat(readAhead.largestPart()).isEqualTo(BUDGET.toBytes());
    }
}
