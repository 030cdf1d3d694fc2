package dev.medley.mediasync.transfer;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;

/** Whose mistake it is when a request to S3 fails, and whether it may pass. */
final class S3Failures {

    private static final String BAD_DIGEST = "BadDigest";

    /**
     * Errors that pass whatever their status: a body that pauses, as one at its source's pace may, is answered with 400 (<a
     * href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">S3's error codes</a>), and the end of an
     * upload with 200.
     */
    private static final Set<String> PASSING =
            Set.of("RequestTimeout", "InternalError", "OperationAborted", "SlowDown", "ServiceUnavailable");

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
            String code = code(answer);
            if (BAD_DIGEST.equals(code)) {
                return new TransferException(
                        TransferFailure.CHECKSUM_MISMATCH, "S3 received other bytes than were sent.", e);
            }
            int status = answer.statusCode();
            boolean passes = status >= SERVER_ERROR
                    || status == TOO_MANY_REQUESTS
                    || (code != null && PASSING.contains(code))
                    || answer.isThrottlingException();
            return new TransferException(
                    passes ? TransferFailure.TARGET_UNAVAILABLE : TransferFailure.TARGET_REFUSED,
                    "S3 answers %d.".formatted(status),
                    e);
        }
        return new TransferException(TransferFailure.TARGET_UNAVAILABLE, "S3 does not answer.", e);
    }

    private static @Nullable String code(SdkServiceException answer) {
        return answer instanceof AwsServiceException aws && aws.awsErrorDetails() != null
                ? aws.awsErrorDetails().errorCode()
                : null;
    }
}
