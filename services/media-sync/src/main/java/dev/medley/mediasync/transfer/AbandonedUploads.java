package dev.medley.mediasync.transfer;

import dev.medley.storage.ObjectStore;
import java.time.Instant;
import java.util.function.Predicate;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

/** Frees what multipart uploads store that nobody will go on with: S3 keeps and charges for it until somebody does. */
public class AbandonedUploads {

    private final S3Client s3;
    private final ObjectStore objects;

    AbandonedUploads(S3Client s3, ObjectStore objects) {
        this.s3 = s3;
        this.objects = objects;
    }

    /**
     * Gives up uploads.
     *
     * @param bucket without environment prefix
     * @param before when they were begun at the latest
     * @param wanted tells of an upload's id whether a journal still knows it
     * @return how many were given up
     */
    public int abort(String bucket, Instant before, Predicate<String> wanted) {
        String name = objects.bucketName(bucket);
        var abandoned = s3.listMultipartUploadsPaginator(list -> list.bucket(name)).uploads().stream()
                .filter(upload -> upload.initiated().isBefore(before) && !wanted.test(upload.uploadId()))
                .toList();
        abandoned.forEach(upload -> abort(name, upload.key(), upload.uploadId()));
        return abandoned.size();
    }

    private void abort(String bucketName, String key, String uploadId) {
        try {
            s3.abortMultipartUpload(abort -> abort.bucket(bucketName).key(key).uploadId(uploadId));
        } catch (NoSuchUploadException _) {
            // Ended by itself meanwhile.
        }
    }
}
