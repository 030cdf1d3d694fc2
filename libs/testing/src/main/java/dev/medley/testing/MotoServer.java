package dev.medley.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.regions.Region;

/**
 * <a href="https://docs.getmoto.org/en/latest/docs/server_mode.html">moto in server mode</a>, an imitation of AWS: a second
 * opinion where the platform's own parts keep less than AWS does.
 */
public final class MotoServer implements AutoCloseable {

    private static final String PROGRAM = "moto_server";
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private MotoServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it on a free port; the calling test is skipped, and says so, on a machine that has none. */
    public static MotoServer startOrSkip() throws InterruptedException {
        boolean present = Program.isThere(PROGRAM, "--help");
        if (!present) {
            System.err.println("SKIPPED: " + PROGRAM + " is not on the PATH");
        }
        Assumptions.assumeTrue(present, PROGRAM + " is not on the PATH");
        try {
            int port = freePort();
            Process process = new ProcessBuilder(PROGRAM, "-H", "127.0.0.1", "-p", Integer.toString(port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            MotoServer server = new MotoServer(process, port);
            Awaitility.await(PROGRAM)
                    .atMost(START_LIMIT)
                    .failFast(() -> !process.isAlive())
                    .until(server::listens);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where every service of it answers. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Points a client at it, with credentials of any account. */
    public <B extends AwsClientBuilder<B, C>, C> C client(B builder) {
        return builder.endpointOverride(endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .build();
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
}
