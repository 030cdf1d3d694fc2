package dev.medley.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.s3.presigner.model.PresignedPutObjectRequest;

/** Objects in this environment's buckets. Errors of S3 pass through as {@code SdkException}s. */
public class ObjectStore {

    private static final String HOST_HEADER = "host";

    private final S3Client client;
    private final S3Presigner presigner;
    private final StorageProperties properties;

    ObjectStore(S3Client client, S3Presigner presigner, StorageProperties properties) {
        this.client = client;
        this.presigner = presigner;
        this.properties = properties;
    }

    /** The bucket's name in this environment. */
    public String bucketName(String bucket) {
        return properties.bucketPrefix() + bucket;
    }

    /**
     * A link for one upload. It never replaces an object: S3 answers 412 where there is one ({@code If-None-Match: *}).
     *
     * @param validity how long the link works
     */
    public UploadLink presignUpload(ObjectReference object, UploadConditions conditions, Duration validity) {
        PresignedPutObjectRequest presigned = presigner.presignPutObject(presign -> presign.signatureDuration(validity)
                .putObjectRequest(put -> put.bucket(bucketName(object.bucket()))
                        .key(object.key())
                        .contentType(conditions.contentType())
                        .contentLength(conditions.contentLength())
                        .checksumSHA256(conditions.sha256())
                        .ifNoneMatch("*")));
        Map<String, String> headers = new TreeMap<>();
        presigned.signedHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(HOST_HEADER)) {
                headers.put(name, String.join(",", values));
            }
        });
        return new UploadLink(uri(presigned.url()), Map.copyOf(headers));
    }

    /**
     * A link to read an object.
     *
     * @param validity how long the link works
     */
    public URI presignDownload(ObjectReference object, Duration validity) {
        return uri(presigner
                .presignGetObject(presign -> presign.signatureDuration(validity)
                        .getObjectRequest(
                                get -> get.bucket(bucketName(object.bucket())).key(object.key())))
                .url());
    }

    /** What is stored under the key, if anything. */
    public Optional<StoredObject> find(ObjectReference object) {
        try {
            HeadObjectResponse head = client.headObject(
                    request -> request.bucket(bucketName(object.bucket())).key(object.key()));
            return Optional.of(new StoredObject(
                    head.contentLength(), head.contentType(), head.eTag().replace("\"", "")));
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        }
    }

    /** The whole content; for objects whose length was checked. */
    public byte[] read(ObjectReference object) {
        return client.getObjectAsBytes(
                        request -> request.bucket(bucketName(object.bucket())).key(object.key()))
                .asByteArrayUnsafe();
    }

    /**
     * The object with its content in one request, if there is one.
     *
     * @param maxBytes a longer content is not read
     */
    public Optional<FetchedObject> fetch(ObjectReference object, long maxBytes) {
        try {
            return Optional.of(client.getObject(
                    request -> request.bucket(bucketName(object.bucket())).key(object.key()), (response, body) -> {
                        StoredObject stored = new StoredObject(
                                response.contentLength(),
                                response.contentType(),
                                response.eTag().replace("\"", ""));
                        if (stored.bytes() > maxBytes) {
                            body.abort();
                            return new FetchedObject(stored, null);
                        }
                        return new FetchedObject(stored, body.readAllBytes());
                    }));
        } catch (NoSuchKeyException _) {
            return Optional.empty();
        }
    }

    /** Stores an object, replacing what was there. */
    public void write(ObjectReference object, String contentType, byte[] content) {
        client.putObject(
                request -> request.bucket(bucketName(object.bucket()))
                        .key(object.key())
                        .contentType(contentType),
                RequestBody.fromBytes(content));
    }

    /** Deletes an object; one that is not there is as good as deleted. */
    public void delete(ObjectReference object) {
        client.deleteObject(
                request -> request.bucket(bucketName(object.bucket())).key(object.key()));
    }

    /**
     * Deletes every object whose key begins so.
     *
     * @param bucket without environment prefix
     * @param prefix ends with a slash, so that it names a folder and not the beginning of a name
     * @throws IllegalArgumentException for any other prefix
     * @throws IllegalStateException when S3 refuses to delete one
     */
    public void deleteAll(String bucket, String prefix) {
        if (!prefix.endsWith("/")) {
            throw new IllegalArgumentException("a prefix ends with a slash; this one does not: " + prefix);
        }
        String name = bucketName(bucket);
        client.listObjectsV2Paginator(request -> request.bucket(name).prefix(prefix)).stream()
                .filter(page -> !page.contents().isEmpty())
                .forEach(page -> deleteAll(name, page.contents()));
    }

    private void deleteAll(String bucketName, List<S3Object> found) {
        DeleteObjectsResponse answer = client.deleteObjects(request -> request.bucket(bucketName)
                .delete(delete -> delete.quiet(true)
                        .objects(found.stream()
                                .map(object -> ObjectIdentifier.builder()
                                        .key(object.key())
                                        .build())
                                .toList())));
        if (!answer.errors().isEmpty()) {
            throw new IllegalStateException("S3 did not delete %d of %d objects: %s"
                    .formatted(
                            answer.errors().size(),
                            found.size(),
                            answer.errors().getFirst().code()));
        }
    }

    private static URI uri(URL url) {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the presigner made a malformed address", e);
        }
    }
}
