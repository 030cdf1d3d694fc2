package dev.medley.platform;

/**
 * The platform as environment variables of the
 * <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html">AWS CLI and SDKs</a>, as lines for
 * a shell's {@code eval}.
 */
final class AwsVariables {

    private AwsVariables() {}

    static void print(PlatformDescription platform, Console console) {
        export(console, "AWS_REGION", platform.region());
        export(console, "AWS_DEFAULT_REGION", platform.region());
        export(console, "AWS_ACCESS_KEY_ID", platform.accessKeyId());
        export(console, "AWS_SECRET_ACCESS_KEY", platform.secretAccessKey());
        export(console, "AWS_ENDPOINT_URL_SQS", platform.endpoints().sqs().toString());
        export(console, "AWS_ENDPOINT_URL_S3", platform.endpoints().s3().toString());
        export(
                console,
                "AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER",
                platform.endpoints().cognito().toString());
        export(console, "MEDLEY_USER_POOL_ID", platform.userPoolId());
        export(console, "MEDLEY_CLIENT_ID", platform.clientId());
    }

    private static void export(Console console, String name, String value) {
        console.line("export %s='%s'".formatted(name, value));
    }
}
