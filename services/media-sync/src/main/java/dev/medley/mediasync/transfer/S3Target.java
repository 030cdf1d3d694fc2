package dev.medley.mediasync.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
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
 * object made in parts has a checksum of its parts' checksums, which is asked for and compared. A store that names no
 * checksum of its object has the object read.
 */
final class S3Target {

    /** A body is read from a source once; another attempt begins with the source and is not the client's. */
    private static final AwsRequestOverrideConfiguration ONCE = AwsRequestOverrideConfiguration.builder()
            .addPlugin(client ->
                    client.overrideConfiguration(options -> options.retryStrategy(AwsRetryStrategy.doNotRetry())))
            .build();

    private static final int NOT_FOUND = 404;

    private final S3Client client;
    private final String bucket;
    private final TransferRequest request;
    private final TransferProperties properties;

    /** @param bucket with environment prefix */
    S3Target(S3Client client, String bucket, TransferRequest request, TransferProperties properties) {
        this.client = client;
        this.bucket = bucket;
        this.request = request;
        this.properties = properties;
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
                            .ssekmsKeyId(properties.kmsKeyId())
                            .checksumAlgorithm(ChecksumAlgorithm.CRC32_C)
                            .overrideConfiguration(ONCE),
                    content(body));
            Crc32c stored = body.checksum();
            if (answer.checksumCRC32C() != null) {
                stored = Crc32c.parse(answer.checksumCRC32C(), body.bytes());
            } else if (properties.readBack()) {
                stored = ReadBack.of(client, bucket, key());
            }
            if (!stored.equals(body.checksum())) {
                delete();
                throw damaged(body.checksum(), stored);
            }
            return new Stored(unquoted(answer.eTag()), stored);
        } catch (SdkException e) {
            throw S3Failures.of(body, e);
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
                            .ssekmsKeyId(properties.kmsKeyId())
                            .checksumAlgorithm(ChecksumAlgorithm.CRC32_C))
                    .uploadId();
        } catch (SdkException e) {
            throw S3Failures.of(e);
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
            // A store that names none has its whole object read back at the end.
            if (answer.checksumCRC32C() != null) {
                Crc32c stored = Crc32c.parse(answer.checksumCRC32C(), body.bytes());
                if (!stored.equals(body.checksum())) {
                    throw damaged(body.checksum(), stored);
                }
            }
            return new PartReceipt(
                    number, body.bytes(), answer.eTag(), body.checksum().base64());
        } catch (SdkException e) {
            throw S3Failures.of(body, e);
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
            throw S3Failures.of(e);
        } catch (SdkException e) {
            throw S3Failures.of(e);
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
                    .mpuObjectSize(PartChecksums.whole(parts).bytes())
                    .multipartUpload(list -> list.parts(completed)));
        } catch (SdkException e) {
            throw S3Failures.of(e);
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
        Crc32c content = PartChecksums.whole(parts);
        try {
            HeadObjectResponse head =
                    client.headObject(object -> object.bucket(bucket).key(key()).checksumMode(ChecksumMode.ENABLED));
            boolean same = head.contentLength() == content.bytes()
                    && (head.checksumCRC32C() == null
                            ? !properties.readBack()
                                    || ReadBack.of(client, bucket, key()).equals(content)
                            : head.checksumCRC32C().equals(PartChecksums.composite(parts)));
            return same ? Optional.of(new Stored(unquoted(head.eTag()), content)) : Optional.empty();
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        } catch (SdkException e) {
            throw S3Failures.of(e);
        }
    }

    private void delete() throws TransferException {
        try {
            client.deleteObject(object -> object.bucket(bucket).key(key()));
        } catch (SdkException e) {
            throw S3Failures.of(e);
        }
    }

    /** Gives up an upload; what it stored is freed. One that is not there is as good as given up. */
    void abort(String uploadId) throws TransferException {
        try {
            client.abortMultipartUpload(abort -> abort.bucket(bucket).key(key()).uploadId(uploadId));
        } catch (NoSuchUploadException _) {
            // Nothing is left of it.
        } catch (SdkException e) {
            throw S3Failures.of(e);
        }
    }

    private static RequestBody content(PartBody body) {
        return RequestBody.fromContentProvider(() -> body, body.bytes(), "application/octet-stream");
    }

    private static TransferException damaged(Crc32c sent, Crc32c stored) {
        return new TransferException(
                TransferFailure.CHECKSUM_MISMATCH,
                "S3 names the checksum %s where %s was sent.".formatted(stored.base64(), sent.base64()));
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
        return properties.kmsKeyId() == null ? null : ServerSideEncryption.AWS_KMS;
    }

    private static String unquoted(String eTag) {
        return eTag.replace("\"", "");
    }
}
