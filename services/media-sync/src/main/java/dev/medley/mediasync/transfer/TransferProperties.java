package dev.medley.mediasync.transfer;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are carried.
 *
 * @param multipartThreshold longer files are sent in parts
 * @param partSize of files up to 10,000 times as long; longer ones get larger parts, as S3 takes 10,000 of them
 * @param partsAtOnce parts of one file under way together
 * @param readAhead memory for parts of sources that are read as one stream, of all transfers of this instance together; no
 *     less than a part. The default is a third of a heap of 384 MB and has eight such transfers at once, of one part each
 * @param attempts for each part
 * @param retryPause before the second attempt; doubles from then on, with jitter
 * @param longestPause that a source may ask for with {@code Retry-After} within a transfer
 * @param connectTimeout for a connection to the source
 * @param stallTimeout how long a source may send nothing
 * @param leastSpeed of each stream from a source, within every minute that it is waited for; what is slower holds its place
 *     in vain. Low, as many streams may share a thin line: twenty of them, of five copies, pass on 170 kilobits a second
 * @param heartbeat between two signs of life in the journal
 * @param readBack whether an object is read to compare it, where its store names no checksum; without that its length
 *     has to do. S3 names them, servers that imitate it may not
 * @param bandwidth bytes a second of all transfers of this instance together; no limit when absent
 * @param kmsKeyId encrypts objects with this KMS key; S3's own encryption when absent
 */
@ConfigurationProperties("medley.media-sync.transfer")
public record TransferProperties(
        @DefaultValue("100MB") DataSize multipartThreshold,
        @DefaultValue("16MB") DataSize partSize,
        @DefaultValue("4") int partsAtOnce,
        @DefaultValue("128MB") DataSize readAhead,
        @DefaultValue("4") int attempts,
        @DefaultValue("500ms") Duration retryPause,
        @DefaultValue("60s") Duration longestPause,
        @DefaultValue("10s") Duration connectTimeout,
        @DefaultValue("30s") Duration stallTimeout,
        @DefaultValue("64KB") DataSize leastSpeed,
        @DefaultValue("5s") Duration heartbeat,
        @DefaultValue("true") boolean readBack,
        @Nullable DataSize bandwidth,
        @Nullable String kmsKeyId) {}
