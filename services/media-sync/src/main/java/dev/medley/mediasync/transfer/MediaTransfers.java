package dev.medley.mediasync.transfer;

import dev.medley.storage.ObjectStore;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Carries media files to S3. A file longer than the threshold goes in parts: each from a range of its own where the source
 * has ranges and a validator that tells them to be of one file, else read as one stream, ahead by a few parts and up to
 * 625 GiB. What an attempt stored is not sent again by the next one, whichever process that is. An object is made only when
 * the number of its bytes and its CRC-32C are those that were read.
 */
public class MediaTransfers {

    /**
     * Bytes of the longest object: 10,000 parts of 5 GiB each (<a
     * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html">S3's limits</a>).
     */
    public static final long LARGEST_FILE = MultipartUpload.MOST_PARTS * (5L << 30);

    private final CloseableHttpClient http;
    private final S3Client s3;
    private final ObjectStore objects;
    private final TransferProperties properties;
    private final BandwidthLimit bandwidth;
    private final ReadAhead readAhead;
    private final SourceAnswers answers;

    /** @param nanoTime as {@link System#nanoTime} */
    MediaTransfers(
            CloseableHttpClient http,
            S3Client s3,
            ObjectStore objects,
            TransferProperties properties,
            InstantSource clock,
            LongSupplier nanoTime) {
        this.http = http;
        this.s3 = s3;
        this.objects = objects;
        this.properties = properties;
        this.bandwidth = new BandwidthLimit(properties.bandwidth());
        this.readAhead = new ReadAhead(properties.readAhead());
        this.answers = new SourceAnswers(clock, properties.leastSpeed(), nanoTime);
    }

    /**
     * Carries one file; returns when the object is complete.
     *
     * @param source where to read it
     * @param request what to make of it
     * @param journal knows what earlier attempts stored
     * @throws TransferException when it failed; there is no object then, or the one that was there before
     * @throws InterruptedException when this instance stops; another attempt goes on from here
     */
    public TransferReceipt transfer(MediaSource source, TransferRequest request, TransferJournal journal)
            throws TransferException, InterruptedException {
        S3Target target = new S3Target(s3, objects.bucketName(request.target().bucket()), request, properties);
        return new Transfer(
                        new SourceReader(http, source, answers),
                        target,
                        journal,
                        request.expectedBytes(),
                        properties,
                        bandwidth,
                        readAhead)
                .run();
    }
}
