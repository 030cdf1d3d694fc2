package dev.medley.standins.cognito;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameAttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.VerifiedAttributeType;

/** <a href="https://docs.getmoto.org/en/latest/docs/server_mode.html">moto in server mode</a>: another imitation of Cognito. */
public final class MotoServer implements AutoCloseable {

    private static final String PROGRAM = "moto_server";

    private final Process process;
    private final CognitoIdentityProviderClient client;

    private MotoServer(Process process, CognitoIdentityProviderClient client) {
        this.process = process;
        this.client = client;
    }

    /** Whether this machine has the program, and it runs. */
    public static boolean present() throws InterruptedException {
        try {
            return new ProcessBuilder(PROGRAM, "--help")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    static MotoServer start() {
        int port = freePort();
        try {
            Process process = new ProcessBuilder(PROGRAM, "-H", "127.0.0.1", "-p", Integer.toString(port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            CognitoIdentityProviderClient client = sdk(URI.create("http://127.0.0.1:" + port));
            MotoServer server = new MotoServer(process, client);
            Awaitility.await(PROGRAM)
                    .atMost(Duration.ofSeconds(60))
                    .failFast(() -> !process.isAlive())
                    .ignoreExceptions()
                    .until(() -> client.listUserPools(request -> request.maxResults(1))
                            .sdkHttpResponse()
                            .isSuccessful());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What moto lacks it answers with status 500, which is not worth another try. */
    private static CognitoIdentityProviderClient sdk(URI endpoint) {
        return CognitoIdentityProviderClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .overrideConfiguration(override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
    }

    /** A pool like the stand-in's. */
    ConformanceTarget newPool() {
        String pool = client.createUserPool(request -> request.poolName("conformance")
                        .usernameAttributes(UsernameAttributeType.EMAIL)
                        .autoVerifiedAttributes(VerifiedAttributeType.EMAIL))
                .userPool()
                .id();
        UserPoolClientType open = newClient(pool, false);
        UserPoolClientType confidential = newClient(pool, true);
        return ConformanceTarget.apiOnly(client, pool, open.clientId())
                .withConfidentialClient(confidential.clientId(), confidential.clientSecret());
    }

    private UserPoolClientType newClient(String pool, boolean secret) {
        return client.createUserPoolClient(request -> request.userPoolId(pool)
                        .clientName(secret ? "server" : "public")
                        .generateSecret(secret)
                        .preventUserExistenceErrors(PreventUserExistenceErrorTypes.ENABLED)
                        .explicitAuthFlows(
                                ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH,
                                ExplicitAuthFlowsType.ALLOW_USER_SRP_AUTH,
                                ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH))
                .userPoolClient();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join().destroyForcibly();
    }
}
