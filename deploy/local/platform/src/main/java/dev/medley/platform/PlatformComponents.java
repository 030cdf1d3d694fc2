package dev.medley.platform;

import dev.medley.platform.gateway.Component;
import dev.medley.platform.gateway.HealthCheck;
import dev.medley.standins.LocalParts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What runs, and how each part is asked for its health over the protocol that it is used by. */
final class PlatformComponents {

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final PlatformSettings settings;
    private final LocalParts parts;
    private final Simulators simulators;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    PlatformComponents(PlatformSettings settings, LocalParts parts, Simulators simulators) {
        this.settings = settings;
        this.parts = parts;
        this.simulators = simulators;
    }

    /** The services, then the parts around them. */
    List<Component> all() {
        List<Component> all = new ArrayList<>();
        for (ServiceDefinition service : ServiceDefinition.ALL) {
            URI address = service.address(settings);
            all.add(new Component(
                    service.name(),
                    service.role(),
                    address.toString(),
                    answers(address.resolve("/actuator/health/readiness"), true)));
        }
        all.add(new Component(
                "PostgreSQL", "a schema per service", parts.postgres().url(), this::database));
        all.add(new Component(
                "SQS",
                "queues and dead letters",
                parts.queues().endpoint().toString(),
                () -> parts.queues().client().listQueues()));
        // It answers unsigned requests with 403, which shows that it works.
        all.add(new Component(
                "S3",
                "uploads and renditions",
                parts.objects().endpoint().toString(),
                answers(parts.objects().endpoint(), false)));
        all.add(new Component(
                "Cognito",
                "user pool " + parts.cognito().userPoolId(),
                parts.cognito().endpoint().toString(),
                answers(URI.create(parts.cognito().issuer() + "/.well-known/jwks.json"), true)));
        all.add(new Component(
                "Mail",
                "takes mail for anybody",
                "smtp://127.0.0.1:" + parts.mail().port(),
                this::mail));
        // They answer requests without credentials with 401, which shows that they work.
        all.add(new Component(
                "GoPro cloud",
                "simulated; POST /simulator/faults?fault=LIMIT has it fail",
                simulators.goPro().toString(),
                answers(simulators.goPro().resolve("/media/search"), false)));
        all.add(new Component(
                "WebDAV folder",
                "simulated, with the same faults",
                simulators.archive().toString(),
                answers(simulators.archive(), false)));
        return all;
    }

    private HealthCheck answers(URI address, boolean only200) {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(LIMIT).build();
        return () -> {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (only200 && status != 200) {
                throw new IOException("answered " + status);
            }
        };
    }

    private void database() throws Exception {
        try (Connection connection = parts.postgres().administrator().getConnection()) {
            if (!connection.isValid((int) LIMIT.toSeconds())) {
                throw new IOException("the connection is not valid");
            }
        }
    }

    private void mail() throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(
                            InetAddress.ofLiteral("127.0.0.1"), parts.mail().port()),
                    (int) LIMIT.toMillis());
            socket.setSoTimeout((int) LIMIT.toMillis());
            if (socket.getInputStream().read() != '2') {
                throw new IOException("no SMTP greeting");
            }
        }
    }
}
