package dev.medley.mediasync.transfer;

import java.util.Objects;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Whose mistake it is when a request to S3 fails, and whether it may pass. */
final class S3Failures {

    private static final String BAD_DIGEST = "BadDigest";
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private S3Failures() {}

    /** The source's mistake, where it made one: the client reports it as its own. */
    static TransferException of(PartBody body, SdkException e) {
        return Objects.requireNonNullElseGet(body.failure(), () -> of(e));
    }

    /** S3's or the network's. */
    static TransferException of(SdkException e) {
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
}
