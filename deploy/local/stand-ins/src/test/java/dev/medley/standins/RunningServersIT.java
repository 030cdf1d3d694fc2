package dev.medley.standins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.medley.contracts.Queues;
import dev.medley.standins.cognito.MotoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.model.Message;

/** Sets queues, buckets and notifications up on somebody else's emulator of AWS, as is done with containers. */
class RunningServersIT {

    private static final AwsAccount ACCOUNT = new AwsAccount("eu-central-1", "test-key", "test-secret");

    @Test
    void anUploadIsReportedByTheServersOwnNotifications() throws Exception {
        boolean present = MotoServer.present();
        if (!present) {
            System.err.println("SKIPPED: moto_server is not on the PATH");
        }
        assumeTrue(present, "moto_server is not on the PATH");
        int port = freePort();
        Process moto = new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "moto-server.log").toFile())
                .start();
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .failFast(() -> !moto.isAlive())
                    .until(() -> listens(port));
            URI endpoint = URI.create("http://127.0.0.1:" + port);
            try (LocalQueues queues = LocalQueues.connectedTo(endpoint, Queues.load(), ACCOUNT);
                    LocalObjects objects = LocalObjects.connectedTo(endpoint, ACCOUNT, queues, Queues.load());
                    S3Client s3 = S3Client.builder()
                            .endpointOverride(objects.endpoint())
                            .forcePathStyle(true)
                            .region(Region.of(ACCOUNT.region()))
                            .credentialsProvider(StaticCredentialsProvider.create(ACCOUNT.credentials()))
                            .build()) {
                s3.putObject(
                        request -> request.bucket("medley-uploads").key("uploads/u/a.jpg"),
                        RequestBody.fromString("abc"));

                List<Message> messages = queues.client()
                        .receiveMessage(request -> request.queueUrl(queues.url("images-uploads"))
                                .maxNumberOfMessages(10)
                                .waitTimeSeconds(5))
                        .messages();
                assertThat(messages)
                        .anySatisfy(message -> assertThat(message.body()).contains("ObjectCreated", "a.jpg"));
            }
        } finally {
            moto.descendants().forEach(ProcessHandle::destroyForcibly);
            moto.destroyForcibly().waitFor();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
