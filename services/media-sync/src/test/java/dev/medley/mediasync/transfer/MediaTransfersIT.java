package dev.medley.mediasync.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.medley.mediasync.transfer.FileServer.Misdeed;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import dev.medley.testing.PlatformTest;
import dev.medley.upstream.AddressFilter;
import io.awspring.cloud.autoconfigure.s3.S3ClientCustomizer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;

@PlatformTest
@SpringBootTest
class MediaTransfersIT {

    private static final int MEBIBYTE = 1 << 20;
    private static final int LARGE = 11 * MEBIBYTE + 1234;

    private static final TransferProperties PROPERTIES = properties(Duration.ofSeconds(10));

    /** For sources that stall. */
    private static final TransferProperties IMPATIENT = properties(Duration.ofMillis(700));

    @Autowired
    private S3Client s3;

    @Autowired
    private List<S3ClientCustomizer> customizers;

    @Autowired
    private ObjectStore objects;

    private final CloseableHttpClient http = SourceClient.create(PROPERTIES, SystemDefaultDnsResolver.INSTANCE);
    private final MemoryJournal journal = new MemoryJournal();
    private final ObjectReference target = new ObjectReference("media", "transfers/" + UUID.randomUUID());

    @AfterEach
    void close() throws IOException {
        objects.delete(target);
        http.close();
    }

    /** With parts of the smallest size that S3 takes: 5 MiB. */
    private static TransferProperties properties(Duration stallTimeout) {
        return new TransferProperties(
                DataSize.ofMegabytes(6),
                DataSize.ofMegabytes(5),
                3,
                DataSize.ofMegabytes(128),
                3,
                Duration.ofMillis(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                stallTimeout,
                DataSize.ofKilobytes(64),
                Duration.ofMillis(20),
                true,
                null,
                null);
    }

    private TransferReceipt transfer(FileServer source) throws TransferException, InterruptedException {
        return transfer(source, journal, null, s3);
    }

    private TransferReceipt transfer(
            FileServer source, TransferJournal usedJournal, @Nullable Long expected, S3Client client)
            throws TransferException, InterruptedException {
        return new MediaTransfers(http, client, objects, PROPERTIES, InstantSource.system(), System::nanoTime)
                .transfer(source, request(expected), usedJournal);
    }

    private TransferReceipt impatientTransfer(FileServer source) throws Exception {
        try (CloseableHttpClient impatient = SourceClient.create(IMPATIENT, SystemDefaultDnsResolver.INSTANCE)) {
            return new MediaTransfers(impatient, s3, objects, IMPATIENT, InstantSource.system(), System::nanoTime)
                    .transfer(source, request(null), journal);
        }
    }

    private TransferRequest request(@Nullable Long expected) {
        return new TransferRequest(
                target, "video/mp4", Map.of("sourcemediaid", "m-1"), Map.of("Source", "test"), expected);
    }

    private static Stream<Arguments> files() {
        return Stream.of(
                file("one byte", () -> new FileServer(1)),
                file("nothing", () -> new FileServer(0)),
                file("as long as the threshold", () -> new FileServer(6 * MEBIBYTE)),
                file("just longer than the threshold", () -> new FileServer(6 * MEBIBYTE + 1)),
                file("whole parts only", () -> new FileServer(10 * MEBIBYTE)),
                file("a short last part", () -> new FileServer(LARGE)),
                file("no validator", () -> new FileServer(LARGE).withETag(null)),
                file("a weak validator", () -> new FileServer(LARGE).withETag("W/\"one\"")),
                file("no ranges, short", () -> new FileServer(MEBIBYTE).withoutRanges()),
                file("no ranges", () -> new FileServer(LARGE).withoutRanges()),
                file("no ranges, whole parts only", () -> new FileServer(10 * MEBIBYTE).withoutRanges()),
                file("no length", () -> new FileServer(LARGE).withoutLength()),
                file("no length, short", () -> new FileServer(100).withoutLength()),
                file("no length and nothing", () -> new FileServer(0).withoutLength()));
    }

    /** Servers are made when their turn comes: each holds its file in memory. */
    private static Arguments file(String what, Callable<FileServer> source) {
        return Arguments.of(what, source);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void carriesAnyFile(String what, Callable<FileServer> made) throws Exception {
        try (FileServer source = made.call()) {
            TransferReceipt receipt = transfer(source, journal, (long) source.content().length, s3);

            assertStored(source, receipt);
            assertThat(receipt.bytesSent()).isEqualTo(source.content().length);
            long journaled = journal.open().stream()
                    .flatMap(upload -> upload.parts().stream())
                    .mapToLong(PartReceipt::bytes)
                    .sum();
            assertThat(journaled).as("the caller drops it").isIn(0L, (long) source.content().length);
            HeadObjectResponse head = head();
            assertThat(head.contentType()).isEqualTo("video/mp4");
            assertThat(head.metadata()).containsEntry("sourcemediaid", "m-1");
        }
    }

    @Test
    void readsRangesOfTheSizeOfAPart() throws Exception {
        try (FileServer source = new FileServer(12 * MEBIBYTE)) {
            transfer(source);

            assertThat(source.ranges)
                    .containsExactlyInAnyOrder(
                            "bytes=0-", "bytes=0-5242879", "bytes=5242880-10485759", "bytes=10485760-12582911");
        }
    }

    private static Stream<Arguments> passingFaults() {
        return Stream.of(
                Arguments.of(Misdeed.ERROR_500, true),
                Arguments.of(Misdeed.HALF_A_BODY, true),
                Arguments.of(Misdeed.STALL, true),
                Arguments.of(Misdeed.FORBIDDEN, true),
                Arguments.of(Misdeed.NOT_FOUND, true),
                Arguments.of(Misdeed.ERROR_500, false),
                Arguments.of(Misdeed.HALF_A_BODY, false),
                Arguments.of(Misdeed.STALL, false));
    }

    /** Every request fails once: the first one, and each range in the middle of the transfer. */
    @ParameterizedTest
    @MethodSource("passingFaults")
    void survivesAFaultThatPasses(Misdeed misdeed, boolean ranges) throws Exception {
        AtomicInteger faults = new AtomicInteger();
        try (FileServer source = new FileServer(LARGE)) {
            if (!ranges) {
                source.withoutRanges();
            }
            source.failing((from, before) ->
                    (before == 0 || from == 5 * MEBIBYTE) && faults.incrementAndGet() <= 2 ? misdeed : null);

            TransferReceipt receipt = misdeed == Misdeed.STALL ? impatientTransfer(source) : transfer(source);

            assertStored(source, receipt);
            assertThat(faults.get()).isGreaterThanOrEqualTo(ranges ? 3 : 1);
        }
    }

    @Test
    void survivesAFaultOfAnObjectSentAtOnce() throws Exception {
        try (FileServer source = new FileServer(MEBIBYTE)) {
            source.failing((_, before) -> before < 2 ? Misdeed.HALF_A_BODY : null);

            assertStored(source, transfer(source));
        }
    }

    private static Stream<Arguments> lastingFaults() {
        return Stream.of(
                Arguments.of(Misdeed.ERROR_500, TransferFailure.SOURCE_UNAVAILABLE),
                Arguments.of(Misdeed.BUSY_FOR_AN_HOUR, TransferFailure.SOURCE_UNAVAILABLE),
                Arguments.of(Misdeed.HALF_A_BODY, TransferFailure.SHORT_BODY),
                Arguments.of(Misdeed.NOT_FOUND, TransferFailure.SOURCE_GONE),
                Arguments.of(Misdeed.FORBIDDEN, TransferFailure.SOURCE_REFUSED),
                Arguments.of(Misdeed.RANGE_WITHOUT_NAME, TransferFailure.SOURCE_REFUSED),
                Arguments.of(Misdeed.OTHER_RANGE, TransferFailure.SOURCE_REFUSED));
    }

    @ParameterizedTest
    @MethodSource("lastingFaults")
    void namesAFaultThatLasts(Misdeed misdeed, TransferFailure failure) throws Exception {
        try (FileServer source = new FileServer(LARGE)) {
            source.failing((from, _) -> from == 5 * MEBIBYTE ? misdeed : null);

            assertFails(source, failure);
            assertNothingStored();
            source.failing((_, _) -> null);
            assertStored(source, transfer(source));
        }
    }

    @Test
    void doesNotWaitAnHourBecauseItIsAskedTo() throws Exception {
        try (FileServer source = new FileServer(10)) {
            source.failing((_, _) -> Misdeed.BUSY_FOR_AN_HOUR);

            assertFails(source, TransferFailure.SOURCE_UNAVAILABLE);
            assertThat(source.ranges).hasSize(1);
        }
    }

    @Test
    void askForOneNewLinkWhenAllPartsFindItExpired() throws Exception {
        try (FileServer source = new FileServer(LARGE)) {
            source.failing((_, before) -> {
                if (before == 0) {
                    source.expireLinks();
                }
                return null;
            });

            assertStored(source, transfer(source));
            assertThat(source.resolved).hasValue(2);
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    void storesNothingOfAFileThatChangesMeanwhile(FileServer source) throws Exception {
        AtomicBoolean changed = new AtomicBoolean();
        try (source) {
            source.failing((from, before) -> {
                if (before > 0 && changed.compareAndSet(false, true)) {
                    source.replace("\"two\"");
                }
                return from == 10 * MEBIBYTE || before == 0 ? Misdeed.HALF_A_BODY : null;
            });

            assertFails(source, TransferFailure.SOURCE_CHANGED);
            assertNothingStored();
            assertThat(journal.open()).isEmpty();
            source.failing((_, _) -> null);
            assertStored(source, transfer(source));
        }
    }

    @Test
    void readsAFileThatNamesNoVersionAsOneStream() throws Exception {
        try (FileServer source = new FileServer(LARGE).withETag(null)) {
            byte[] first = source.content();
            source.failing((_, before) -> {
                if (before == 2) {
                    source.replace(null);
                }
                return null;
            });

            transfer(source);

            assertThat(objects.read(target)).isEqualTo(first);
            assertThat(source.ranges).containsExactly("bytes=0-");
        }
    }

    @Test
    void mixesNoVersionsOfAFileThatNamesNone() throws Exception {
        try (FileServer source = new FileServer(LARGE).withETag(null)) {
            source.failing((_, before) -> {
                if (before == 1) {
                    source.replace(null);
                }
                return before == 0 ? Misdeed.HALF_A_BODY : null;
            });

            assertFails(source, TransferFailure.SOURCE_CHANGED);
            assertNothingStored();
        }
    }

    private static Stream<FileServer> sources() throws IOException {
        return Stream.of(new FileServer(LARGE), new FileServer(LARGE).withoutRanges());
    }

    @Test
    void refusesAnotherLengthThanListed() throws Exception {
        try (FileServer source = new FileServer(10)) {
            assertThatThrownBy(() -> transfer(source, journal, 11L, s3))
                    .hasMessage("Size mismatch: expected 11, got 10")
                    .isInstanceOfSatisfying(
                            TransferException.class,
                            failure -> assertThat(failure.failure()).isEqualTo(TransferFailure.SIZE_MISMATCH));
            assertNothingStored();
        }
    }

    @Test
    void refusesAnotherLengthThanListedFromASourceThatNamesNone() throws Exception {
        try (FileServer source = new FileServer(10).withoutLength()) {
            assertThatThrownBy(() -> transfer(source, journal, 11L, s3)).hasMessageContaining("expected 11, got 10");
            assertNothingStored();
            assertThat(journal.open()).isEmpty();
        }
    }

    @Test
    void sendsNoFinishedPartAgain() throws Exception {
        try (FileServer source = new FileServer(LARGE)) {
            source.failing((from, before) -> from == 10 * MEBIBYTE ? Misdeed.ERROR_500 : null);
            assertFails(source, TransferFailure.SOURCE_UNAVAILABLE);
            List<PartReceipt> finished = journal.open().orElseThrow().parts();
            assertThat(finished).isNotEmpty();
            source.ranges.clear();
            source.failing((_, _) -> null);

            TransferReceipt receipt = transfer(source);

            assertStored(source, receipt);
            long before = finished.stream().mapToLong(PartReceipt::bytes).sum();
            assertThat(receipt.bytesSent()).isEqualTo(LARGE - before);
            assertThat(source.ranges)
                    .doesNotContainAnyElementsOf(finished.stream()
                            .map(part -> "bytes=%d-%d"
                                    .formatted(
                                            (part.number() - 1) * 5L * MEBIBYTE,
                                            Math.min(LARGE, part.number() * 5L * MEBIBYTE) - 1))
                            .toList());
        }
    }

    @Test
    void comparesFinishedPartsWhereThereAreNoRanges() throws Exception {
        try (FileServer source = new FileServer(LARGE).withoutRanges().withETag(null)) {
            source.failing((_, _) -> Misdeed.HALF_A_BODY);
            assertFails(source, TransferFailure.SHORT_BODY);
            assertThat(journal.open().orElseThrow().parts()).hasSize(1);
            source.failing((_, _) -> null);

            TransferReceipt receipt = transfer(source);

            assertStored(source, receipt);
            assertThat(receipt.bytesSent()).isEqualTo(LARGE - 5 * MEBIBYTE);
        }
    }

    @Test
    void findsWhatAnAttemptFinishedThatDiedBeforeItsLastWord() throws Exception {
        try (FileServer source = new FileServer(LARGE)) {
            transfer(source);

            TransferReceipt receipt = transfer(source);

            assertStored(source, receipt);
            assertThat(receipt.bytesSent()).isZero();
        }
    }

    @Test
    void findsTheObjectWhenTheAnswerToItsCompletionWasLost() throws Exception {
        AtomicInteger completions = new AtomicInteger();
        ExecutionInterceptor losing = new ExecutionInterceptor() {
            @Override
            public SdkHttpResponse modifyHttpResponse(
                    Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
                return context.request() instanceof CompleteMultipartUploadRequest && completions.incrementAndGet() == 1
                        ? context.httpResponse().toBuilder().statusCode(503).build()
                        : context.httpResponse();
            }
        };
        try (FileServer source = new FileServer(LARGE);
                S3Client lossy = s3With(losing)) {
            TransferReceipt receipt = transfer(source, journal, null, lossy);

            assertStored(source, receipt);
            assertThat(receipt.bytesSent()).isEqualTo(LARGE);
            assertThat(completions).hasValue(2);
        }
    }

    @Test
    void beginsAnewWhenS3HasForgottenTheUpload() throws Exception {
        try (FileServer source = new FileServer(LARGE)) {
            source.failing((from, _) -> from == 10 * MEBIBYTE ? Misdeed.ERROR_500 : null);
            assertFails(source, TransferFailure.SOURCE_UNAVAILABLE);
            s3.abortMultipartUpload(abort -> abort.bucket(objects.bucketName("media"))
                    .key(target.key())
                    .uploadId(journal.open().orElseThrow().uploadId()));
            source.failing((_, _) -> null);
            // S3 says so when its parts are asked for; S3Proxy only at the end.
            assertFails(source, TransferFailure.UPLOAD_LOST);

            TransferReceipt receipt = transfer(source);

            assertStored(source, receipt);
            assertThat(receipt.bytesSent()).isEqualTo(LARGE);
        }
    }

    @Test
    void sendsAPartAgainThatArrivedDamaged() throws Exception {
        AtomicInteger damaged = new AtomicInteger();
        try (FileServer source = new FileServer(LARGE);
                S3Client lying = s3Saying("AAAAAA==", request -> damaged.incrementAndGet() == 2)) {
            TransferReceipt receipt = transfer(source, journal, null, lying);

            assertStored(source, receipt);
            assertThat(receipt.bytesSent()).isGreaterThan(LARGE);
        }
    }

    @Test
    void givesUpAPartThatAlwaysArrivesDamaged() throws Exception {
        try (FileServer source = new FileServer(LARGE);
                S3Client lying = s3Saying("AAAAAA==", request -> request.partNumber() == 2)) {
            assertThatThrownBy(() -> transfer(source, journal, null, lying))
                    .isInstanceOfSatisfying(
                            TransferException.class,
                            failure -> assertThat(failure.failure()).isEqualTo(TransferFailure.CHECKSUM_MISMATCH));
            assertNothingStored();
            assertThat(journal.open()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {MEBIBYTE, LARGE})
    void storesNothingOfWhatIsDamagedOnItsWay(int bytes) throws Exception {
        try (FileServer source = new FileServer(bytes);
                SdkHttpClient network = new DamagingHttpClient(
                        ApacheHttpClient.create(), request -> request.method() == SdkHttpMethod.PUT);
                S3Client damaged = s3With(client -> client.httpClient(network))) {
            assertThatThrownBy(() -> transfer(source, journal, null, damaged))
                    .isInstanceOfSatisfying(
                            TransferException.class,
                            failure -> assertThat(failure.failure()).isEqualTo(TransferFailure.CHECKSUM_MISMATCH));
            assertNothingStored();
        }
    }

    /** A client to which S3 names another checksum for some parts. */
    private S3Client s3Saying(String checksum, Predicate<UploadPartRequest> damaged) {
        ExecutionInterceptor liar = new ExecutionInterceptor() {
            @Override
            public SdkHttpResponse modifyHttpResponse(
                    Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
                return context.request() instanceof UploadPartRequest part && damaged.test(part)
                        ? context.httpResponse().toBuilder()
                                .putHeader("x-amz-checksum-crc32c", checksum)
                                .build()
                        : context.httpResponse();
            }
        };
        return s3With(liar);
    }

    private S3Client s3With(ExecutionInterceptor interceptor) {
        return s3With(client -> client.overrideConfiguration(options -> options.addExecutionInterceptor(interceptor)));
    }

    private S3Client s3With(Consumer<S3ClientBuilder> change) {
        S3ClientBuilder builder = S3Client.builder()
                .endpointOverride(
                        s3.serviceClientConfiguration().endpointOverride().orElseThrow())
                .forcePathStyle(true)
                .region(s3.serviceClientConfiguration().region())
                .credentialsProvider(s3.serviceClientConfiguration().credentialsProvider());
        customizers.forEach(customizer -> customizer.customize(builder));
        change.accept(builder);
        return builder.build();
    }

    @Test
    void endsWhenTheJournalSaysSo() throws Exception {
        MemoryJournal cancelled = new MemoryJournal() {
            @Override
            public void heartbeat(long bytesSoFar) throws TransferException {
                throw new TransferException(TransferFailure.CANCELLED, "The run was cancelled.");
            }
        };
        try (FileServer source = new FileServer(LARGE)) {
            source.failing((from, _) -> from == 5 * MEBIBYTE ? Misdeed.STALL : null);

            assertThatThrownBy(() -> transfer(source, cancelled, null, s3)).hasMessage("The run was cancelled.");
            assertNothingStored();
        }
    }

    @Test
    void leavesItsPartsToTheNextAttemptWhenInterrupted() throws Exception {
        CountDownLatch stalled = new CountDownLatch(1);
        try (FileServer source = new FileServer(LARGE);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            source.failing((from, _) -> {
                if (from == 10 * MEBIBYTE) {
                    stalled.countDown();
                    return Misdeed.STALL;
                }
                return null;
            });
            Future<TransferReceipt> attempt = threads.submit(() -> transfer(source));
            assertThat(stalled.await(30, TimeUnit.SECONDS)).isTrue();
            await().until(() -> journal.open().orElseThrow().parts().size() == 2);
            threads.shutdownNow();

            assertThatThrownBy(attempt::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(InterruptedException.class);
            source.failing((_, _) -> null);
            TransferReceipt receipt = transfer(source);
            assertStored(source, receipt);
            assertThat(receipt.bytesSent()).isEqualTo(LARGE - 10 * MEBIBYTE);
        }
    }

    @Test
    void readsNoAddressThatIsNotPublic() throws Exception {
        try (FileServer source = new FileServer(10);
                CloseableHttpClient guarded =
                        SourceClient.create(PROPERTIES, new FilteredHosts(new AddressFilter(Set.of())))) {
            MediaTransfers transfers =
                    new MediaTransfers(guarded, s3, objects, PROPERTIES, InstantSource.system(), System::nanoTime);

            assertThatThrownBy(() -> transfers.transfer(source, request(null), journal))
                    .isInstanceOfSatisfying(
                            TransferException.class,
                            failure -> assertThat(failure.failure()).isEqualTo(TransferFailure.FORBIDDEN_ADDRESS));
            assertThat(source.ranges).isEmpty();
        }
    }

    @Test
    void freesWhatNobodyWillGoOnWith() throws Exception {
        try (FileServer source = new FileServer(LARGE)) {
            source.failing((from, _) -> from == 10 * MEBIBYTE ? Misdeed.ERROR_500 : null);
            assertFails(source, TransferFailure.SOURCE_UNAVAILABLE);
        }
        String upload = journal.open().orElseThrow().uploadId();
        AbandonedUploads abandoned = new AbandonedUploads(s3, objects);
        Instant future = Instant.now().plusSeconds(60);

        abandoned.abort("media", future, upload::equals);
        assertThat(openUploads()).contains(upload);
        abandoned.abort("media", future, _ -> false);
        assertThat(openUploads()).isEmpty();
    }

    private List<String> openUploads() {
        return s3.listMultipartUploads(list -> list.bucket(objects.bucketName("media"))).uploads().stream()
                .map(upload -> upload.uploadId())
                .toList();
    }

    private void assertFails(FileServer source, TransferFailure failure) {
        assertThatThrownBy(() -> transfer(source))
                .isInstanceOfSatisfying(
                        TransferException.class,
                        thrown -> assertThat(thrown.failure()).isEqualTo(failure));
    }

    private void assertNothingStored() {
        assertThat(objects.find(target)).isEmpty();
    }

    private void assertStored(FileServer source, TransferReceipt receipt) {
        assertThat(objects.read(target)).isEqualTo(source.content());
        assertThat(receipt.bytes()).isEqualTo(source.content().length);
        assertThat(head().eTag()).isEqualTo("\"" + receipt.eTag() + "\"");
    }

    private HeadObjectResponse head() {
        return s3.headObject(
                object -> object.bucket(objects.bucketName("media")).key(target.key()));
    }
}
