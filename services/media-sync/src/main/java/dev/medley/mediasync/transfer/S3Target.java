package dev.medley.mediasync.transfer;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/**
 * One object in S3, made at once or in parts. The CRC-32C of each body travels behind its bytes, where S3 compares it; an
 * object made in parts has a checksum of its parts' checksums, which is read back and compared.
 */
final class S3Target {

    /** A body is read from a source once; another attempt begins with the source and is not the client's. */
    private static final AwsRequestOverrideConfiguration ONCE = AwsRequestOverrideConfiguration.builder()
            .addPlugin(client ->
                    client.overrideConfiguration(options -> options.retryStrategy(AwsRetryStrategy.doNotRetry())))
            .build();

    private static final String BAD_DIGEST = "BadDigest";
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private final S3Client client;
    private final String bucket;
    private final TransferRequest request;
    private final @Nullable String kmsKeyId;

    /**
     * @param bucket with environment prefix
     * @param kmsKeyId encrypts the object, or null for the bucket's own encryption
     */
    S3Target(S3Client client, String bucket, TransferRequest request, @Nullable String kmsKeyId) {
        this.client = client;
        this.bucket = bucket;
        this.request = request;
        this.kmsKeyId = kmsKeyId;
    }

    /** A finished object. */
    record Stored(String eTag, Crc32c checksum) {}

    /** Makes the object at once. */
    Stored put(PartBody body) throws TransferException {
        try {
            PutObjectResponse answer = client.putObject(
                    put -> put.bucket(bucket)
                            .key(key())
                            .contentType(request.contentType())
                            .contentLength(body.bytes())
                            .metadata(request.metadata())
                            .tagging(tagging())
                            .serverSideEncryption(encryption())
                            .ssekmsKeyId(kmsKeyId)
                            .checksumAlgorithm(ChecksumAlgorithm.CRC32_C)
                            .overrideConfiguration(ONCE),
                    content(body));
            compare(body.checksum(), answer.checksumCRC32C());
            return new Stored(unquoted(answer.eTag()), body.checksum());
        } catch (SdkException e) {
            throw failure(body, e);
        }
    }

    /** Begins to make the object in parts; returns S3's name for that. */
    String create() throws TransferException {
        try {
            return client.createMultipartUpload(create -> create.bucket(bucket)
                            .key(key())
                            .contentType(request.contentType())
                            .metadata(request.metadata())
                            .tagging(tagging())
                            .serverSideEncryption(encryption())
                            .ssekmsKeyId(kmsKeyId)
                            .checksumAlgorithm(ChecksumAlgorithm.CRC32_C))
                    .uploadId();
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    /** Stores a part. */
    PartReceipt uploadPart(String uploadId, int number, PartBody body) throws TransferException {
        try {
            UploadPartResponse answer = client.uploadPart(
                    part -> part.bucket(bucket)
                            .key(key())
                            .uploadId(uploadId)
                            .partNumber(number)
                            .contentLength(body.bytes())
                            .checksumAlgorithm(ChecksumAlgorithm.CRC32_C)
                            .overrideConfiguration(ONCE),
                    content(body));
            compare(body.checksum(), answer.checksumCRC32C());
            return new PartReceipt(
                    number, body.bytes(), answer.eTag(), body.checksum().base64());
        } catch (SdkException e) {
            throw failure(body, e);
        }
    }

    /** S3's own word on the parts that it has, by number and ETag; null when it knows nothing of the upload. */
    @Nullable
    Map<Integer, String> storedParts(String uploadId) throws TransferException {
        try {
            return client
                    .listPartsPaginator(list -> list.bucket(bucket).key(key()).uploadId(uploadId))
                    .stream()
                    .flatMap(page -> page.parts().stream())
                    .collect(Collectors.toMap(part -> part.partNumber(), part -> part.eTag()));
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return null;
            }
            throw failure(e);
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    /** Makes the object of its parts and holds S3's word on it against theirs. */
    Stored complete(String uploadId, List<PartReceipt> parts) throws TransferException {
        List<CompletedPart> completed = new ArrayList<>();
        for (PartReceipt part : parts) {
            completed.add(CompletedPart.builder()
                    .partNumber(part.number())
                    .eTag(part.eTag())
                    .checksumCRC32C(part.checksum())
                    .build());
        }
        try {
            client.completeMultipartUpload(complete -> complete.bucket(bucket)
                    .key(key())
                    .uploadId(uploadId)
                    .mpuObjectSize(whole(parts).bytes())
                    .multipartUpload(list -> list.parts(completed)));
        } catch (SdkException e) {
            throw failure(e);
        }
        Optional<Stored> stored = find(parts);
        if (stored.isEmpty()) {
            delete();
            throw new TransferException(
                    TransferFailure.CHECKSUM_MISMATCH, "The object in S3 is not what its parts add up to.");
        }
        return stored.get();
    }

    /** The object, if it was made of just these parts. */
    Optional<Stored> find(List<PartReceipt> parts) throws TransferException {
        Crc32c content = whole(parts);
        try {
            HeadObjectResponse head =
                    client.headObject(object -> object.bucket(bucket).key(key()).checksumMode(ChecksumMode.ENABLED));
            return head.contentLength() == content.bytes() && composite(parts).equals(head.checksumCRC32C())
                    ? Optional.of(new Stored(unquoted(head.eTag()), content))
                    : Optional.empty();
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    private void delete() throws TransferException {
        try {
            client.deleteObject(object -> object.bucket(bucket).key(key()));
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    /** Gives up an upload; what it stored is freed. One that is not there is as good as given up. */
    void abort(String uploadId) throws TransferException {
        try {
            client.abortMultipartUpload(abort -> abort.bucket(bucket).key(key()).uploadId(uploadId));
        } catch (NoSuchUploadException _) {
            // Nothing is left of it.
        } catch (SdkException e) {
            throw failure(e);
        }
    }

    /** The content of parts, in their order. */
    static Crc32c whole(List<PartReceipt> parts) {
        Crc32c whole = Crc32c.EMPTY;
        for (PartReceipt part : parts) {
            whole = whole.followedBy(Crc32c.parse(part.checksum(), part.bytes()));
        }
        return whole;
    }

    /** The checksum of an object made in parts: that of their checksums, and how many they are. */
    private static String composite(List<PartReceipt> parts) {
        CRC32C crc = new CRC32C();
        for (PartReceipt part : parts) {
            crc.update(Base64.getDecoder().decode(part.checksum()));
        }
        return new Crc32c((int) crc.getValue(), 0).base64() + "-" + parts.size();
    }

    private static RequestBody content(PartBody body) {
        return RequestBody.fromContentProvider(() -> body, body.bytes(), "application/octet-stream");
    }

    /** Not every store repeats a checksum that came behind the bytes; it has refused a wrong one by then. */
    private static void compare(Crc32c sent, @Nullable String stored) throws TransferException {
        if (stored != null && !stored.equals(sent.base64())) {
            throw new TransferException(
                    TransferFailure.CHECKSUM_MISMATCH,
                    "S3 names the checksum %s where %s was sent.".formatted(stored, sent.base64()));
        }
    }

    /** The source's mistake, where it made one: the client reports it as its own. */
    private static TransferException failure(PartBody body, SdkException e) {
        return Objects.requireNonNullElseGet(body.failure(), () -> failure(e));
    }

    private static TransferException failure(SdkException e) {
        if (e instanceof NoSuchUploadException) {
            return new TransferException(TransferFailure.UPLOAD_LOST, "S3 has forgotten the multipart upload.", e);
        }
        if (e instanceof SdkServiceException answer) {
            if (answer instanceof S3Exception s3
                    && s3.awsErrorDetails() != null
                    && BAD_DIGEST.equals(s3.awsErrorDetails().errorCode())) {
                return new TransferException(
                        TransferFailure.CHECKSUM_MISMATCH, "S3 received other bytes than were sent.", e);
            }
            int status = answer.statusCode();
            boolean passes = status >= SERVER_ERROR || status == TOO_MANY_REQUESTS || answer.isThrottlingException();
            return new TransferException(
                    passes ? TransferFailure.TARGET_UNAVAILABLE : TransferFailure.TARGET_REFUSED,
                    "S3 answers %d.".formatted(status),
                    e);
        }
        return new TransferException(TransferFailure.TARGET_UNAVAILABLE, "S3 does not answer.", e);
    }

    private String key() {
        return request.target().key();
    }

    private Tagging tagging() {
        return Tagging.builder()
                .tagSet(request.tags().entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build();
    }

    private @Nullable ServerSideEncryption encryption() {
        return kmsKeyId == null ? null : ServerSideEncryption.AWS_KMS;
    }

    private static String unquoted(String eTag) {
        return eTag.replace("\"", "");
    }
}
