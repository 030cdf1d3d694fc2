package dev.medley.standins;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/**
 * What clients of the stand-ins sign their requests with, in place of an IAM role.
 *
 * @param region for example {@code eu-central-1}
 * @param accessKeyId as in {@code AWS_ACCESS_KEY_ID}
 * @param secretAccessKey as in {@code AWS_SECRET_ACCESS_KEY}
 */
public record AwsAccount(String region, String accessKeyId, String secretAccessKey) {

    AwsBasicCredentials credentials() {
        return AwsBasicCredentials.create(accessKeyId, secretAccessKey);
    }

    /** Leaves the secret out, as this ends up in logs. */
    @Override
    public String toString() {
        return "AwsAccount[" + accessKeyId + " in " + region + "]";
    }
}
