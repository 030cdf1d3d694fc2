package dev.medley.mediasync.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.medley.mediasync.transfer.FileServer.Misdeed;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import dev.medley.testing.PlatformTest;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.services.s3.S3Client;

/** Sources that are slow, and many at once: what they may hold of memory and time. */
@PlatformTest
@SpringBootTest
class SourcePaceIT {

    private static final int LARGE = 11 * (1 << 20) + 1234;
    private static final DataSize PART = DataSize.ofMegabytes(5);

    /** A stalled source stays stalled for the length of a test. */
    private static final Duration STALL = Duration.ofMinutes(2);

    @Autowired
    private S3Client s3;

    @Autowired
    private ObjectStore objects;

    private final List<ObjectReference> targets = new ArrayList<>();
    private final List<CloseableHttpClient> clients = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        targets.forEach(objects::delete);
        for (CloseableHttpClient client : clients) {
            client.close();
        }
    }

    private MediaTransfers transfers(DataSize readAhead, DataSize leastSpeed, LongSupplier nanoTime) {
        TransferProperties properties = new TransferProperties(
                DataSize.ofMegabytes(6),
                PART,
                3,
                readAhead,
                3,
                Duration.ofMillis(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                STALL,
                leastSpeed,
                Duration.ofMillis(20),
                true,
                null,
                null);
        CloseableHttpClient http = SourceClient.create(properties, SystemDefaultDnsResolver.INSTANCE);
        clients.add(http);
        return new MediaTransfers(http, s3, objects, properties, InstantSource.system(), nanoTime);
    }

    private MediaTransfers transfers(DataSize readAhead) {
        return transfers(readAhead, DataSize.ofKilobytes(64), System::nanoTime);
    }

    private TransferRequest request() {
        ObjectReference target = new ObjectReference("media", "transfers/" + UUID.randomUUID());
        targets.add(target);
        return new TransferRequest(target, "video/mp4", Map.of(), Map.of(), null);
    }

    @Test
    void theFirstAnswerIsNotReadToItsEnd() throws Exception {
        try (FileServer source = new FileServer(LARGE)) {
            // Its rest never comes.
            source.failing((_, before) -> before == 0 ? Misdeed.STALL : null);
            TransferRequest request = request();
            long begin = System.nanoTime();

            transfers(DataSize.ofMegabytes(128)).transfer(source, request, new MemoryJournal());

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(STALL.dividedBy(2));
            assertThat(objects.read(request.target())).isEqualTo(source.content());
        }
    }

    @Test
    void aSourceSlowerThanTheLeastIsUnavailable() throws Exception {
        AtomicLong time = new AtomicLong();
        MediaTransfers transfers = transfers(
                DataSize.ofMegabytes(128),
                DataSize.ofGigabytes(1),
                () -> time.addAndGet(Duration.ofMinutes(1).toNanos()));
        try (FileServer ranges = new FileServer(LARGE);
                FileServer stream = new FileServer(LARGE).withoutRanges();
                FileServer small = new FileServer(100)) {
            for (FileServer source : List.of(ranges, stream, small)) {
                assertThatThrownBy(() -> transfers.transfer(source, request(), new MemoryJournal()))
                        .isInstanceOfSatisfying(
                                TransferException.class,
                                failure -> assertThat(failure.failure()).isEqualTo(TransferFailure.SOURCE_UNAVAILABLE))
                        .hasMessageContaining("bytes in a minute");
            }
        }
    }

    @Test
    void manyStreamsShareTheMemoryOfTwoParts() throws Exception {
        MediaTransfers transfers = transfers(DataSize.ofMegabytes(10));
        List<FileServer> sources = new ArrayList<>();
        List<TransferRequest> requests = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<TransferReceipt>> all = new ArrayList<>();
            for (int number = 0; number < 6; number++) {
                FileServer source = new FileServer(LARGE).withoutRanges();
                TransferRequest request = request();
                sources.add(source);
                requests.add(request);
                all.add(threads.submit(() -> transfers.transfer(source, request, new MemoryJournal())));
            }
            for (int number = 0; number < all.size(); number++) {
                assertThat(all.get(number).get(2, TimeUnit.MINUTES).bytes()).isEqualTo(LARGE);
                assertThat(objects.read(requests.get(number).target()))
                        .isEqualTo(sources.get(number).content());
            }
        } finally {
            sources.forEach(FileServer::close);
        }
    }

    @Test
    void aTransferThatWaitsForMemoryIsAliveAndGoesOnWhenItIsFree() throws Exception {
        MediaTransfers transfers = transfers(PART);
        MemoryJournal holding = new MemoryJournal();
        MemoryJournal waiting = new MemoryJournal();
        TransferRequest request = request();
        // The servers close first: what hangs on them ends, whatever the test found.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                FileServer stalled = new FileServer(LARGE).withoutRanges();
                FileServer source = new FileServer(LARGE).withoutRanges()) {
            stalled.failing((_, _) -> Misdeed.STALL);
            Future<TransferReceipt> first = threads.submit(() -> transfers.transfer(stalled, request(), holding));
            await().until(() -> holding.heartbeats.get() > 0);
            Future<TransferReceipt> second = threads.submit(() -> transfers.transfer(source, request, waiting));

            await().until(() -> waiting.heartbeats.get() > 3);
            assertThat(waiting.open().orElseThrow().parts()).isEmpty();
            assertThat(second.isDone()).isFalse();
            stalled.goAway();

            assertThat(second.get(1, TimeUnit.MINUTES).bytes()).isEqualTo(LARGE);
            assertThat(objects.read(request.target())).isEqualTo(source.content());
            assertThat(source.ranges).as("not left waiting with an open answer").hasSize(2);
            assertThatThrownBy(first::get).isInstanceOf(ExecutionException.class);
        }
    }

    @Test
    void aWaitThatIsCancelledLeavesTheMemoryToOthers() throws Exception {
        MediaTransfers transfers = transfers(PART);
        MemoryJournal holding = new MemoryJournal();
        MemoryJournal cancelled = new MemoryJournal() {
            @Override
            public void heartbeat(long bytesSoFar) throws TransferException {
                throw new TransferException(TransferFailure.CANCELLED, "The run was cancelled.");
            }
        };
        // The servers close first: what hangs on them ends, whatever the test found.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                FileServer stalled = new FileServer(LARGE).withoutRanges();
                FileServer source = new FileServer(LARGE).withoutRanges()) {
            stalled.failing((_, _) -> Misdeed.STALL);
            Future<TransferReceipt> first = threads.submit(() -> transfers.transfer(stalled, request(), holding));
            await().until(() -> holding.heartbeats.get() > 0);

            assertThatThrownBy(() -> transfers.transfer(source, request(), cancelled))
                    .hasMessage("The run was cancelled.");
            stalled.goAway();
            assertThatThrownBy(first::get).isInstanceOf(ExecutionException.class);
            TransferRequest request = request();
            transfers.transfer(source, request, new MemoryJournal());

            assertThat(objects.read(request.target())).isEqualTo(source.content());
        }
    }

    @Test
    void aStreamWhosePartsDoNotFitIntoMemoryIsRefusedBeforeAnythingIsSent() throws Exception {
        MemoryJournal journal = new MemoryJournal();
        try (FileServer source = new FileServer(LARGE).withoutRanges()) {
            assertThatThrownBy(() -> transfers(DataSize.ofMegabytes(4)).transfer(source, request(), journal))
                    .isInstanceOfSatisfying(
                            TransferException.class,
                            failure -> assertThat(failure.failure()).isEqualTo(TransferFailure.TOO_LARGE));
            assertThat(journal.open()).isEmpty();
        }
    }
}
