package dev.medley.mediasync.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3FailuresTests {

    @ParameterizedTest
    @CsvSource({
        "400, RequestTimeout, TARGET_UNAVAILABLE",
        "200, InternalError, TARGET_UNAVAILABLE",
        "409, OperationAborted, TARGET_UNAVAILABLE",
        "400, SlowDown, TARGET_UNAVAILABLE",
        "400, ServiceUnavailable, TARGET_UNAVAILABLE",
        "500, Unknown, TARGET_UNAVAILABLE",
        "429, , TARGET_UNAVAILABLE",
        "400, BadDigest, CHECKSUM_MISMATCH",
        "400, EntityTooLarge, TARGET_REFUSED",
        "403, AccessDenied, TARGET_REFUSED",
        "403, , TARGET_REFUSED"
    })
    void tellsWhatPassesFromWhatS3Refuses(int status, String code, TransferFailure failure) {
        S3Exception.Builder answer = S3Exception.builder().statusCode(status);
        if (code != null) {
            answer.awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build());
        }

        assertThat(S3Failures.of((S3Exception) answer.build()).failure()).isEqualTo(failure);
    }
}
