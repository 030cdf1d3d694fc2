package dev.medley.standins;

import dev.medley.contracts.Queues;
import dev.medley.standins.cognito.CodeMail;
import dev.medley.standins.cognito.CognitoSettings;
import dev.medley.standins.cognito.CognitoStandIn;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All that the services need around them, in one process. */
public final class LocalParts implements AutoCloseable {

    private static final String REGION = "eu-central-1";

    private final StartedParts started = new StartedParts();
    private final LocalPartsSettings settings;
    private final InstallationSecrets secrets;
    private final AwsAccount account;
    private final LocalPostgres postgres;
    private final LocalQueues queues;
    private final LocalObjects objects;
    private final LocalMail mail;
    private final CognitoStandIn cognito;

    private LocalParts(LocalPartsSettings settings, @Nullable RunningServers servers) {
        this.settings = settings;
        this.secrets = new InstallationSecrets(settings.directory());
        this.account = new AwsAccount(REGION, "medley", secrets.get("aws-secret-access-key"));
        LocalPartsSettings.Ports ports = settings.ports();
        Queues definitions = Queues.load();
        try {
            postgres = start(
                    "PostgreSQL",
                    ports.postgres(),
                    port -> servers == null
                            ? LocalPostgres.start(below("postgres"), port, secrets.get("postgres-administrator"))
                            : LocalPostgres.connectedTo(servers.database()));
            queues = start(
                    "SQS",
                    ports.queues(),
                    port -> servers == null
                            ? LocalQueues.start(below("queues"), port, definitions, account)
                            : LocalQueues.connectedTo(servers.queues(), definitions, account));
            objects = start(
                    "S3",
                    ports.objects(),
                    port -> servers == null
                            ? LocalObjects.start(
                                    below("objects"), port, account, queues, definitions, settings.browserOrigins())
                            : LocalObjects.connectedTo(servers.objects(), account, queues, definitions));
            mail = start("the mail inbox", ports.smtp(), LocalMail::start);
            cognito = start(
                    "Cognito",
                    ports.cognito(),
                    port -> CognitoStandIn.start(
                            CognitoSettings.defaults().withPort(port), postgres.administrator(), deliverTo(mail)));
        } catch (RuntimeException e) {
            try {
                started.close();
            } catch (IllegalStateException unstopped) {
                e.addSuppressed(unstopped);
            }
            throw e;
        }
    }

    /**
     * Starts everything.
     *
     * @throws IllegalStateException naming the part that did not start and why
     */
    public static LocalParts start(LocalPartsSettings settings) {
        return new LocalParts(settings, null);
    }

    /** Starts what is missing beside servers that run already, for example in containers. */
    public static LocalParts start(LocalPartsSettings settings, RunningServers servers) {
        return new LocalParts(settings, servers);
    }

    private static CodeMail deliverTo(LocalMail mail) {
        return (to, subject, body, format) -> {
            switch (format) {
                case TEXT -> mail.send(to, subject, body);
                case HTML -> mail.sendHtml(to, subject, body);
            }
        };
    }

    private <T extends AutoCloseable> T start(String part, int port, Function<Integer, T> starter) {
        try {
            T running = starter.apply(port);
            started.add(running);
            return running;
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "%s did not start%s: %s".formatted(part, port == 0 ? "" : " on port " + port, e.getMessage()), e);
        }
    }

    private @Nullable Path below(String name) {
        Path directory = settings.directory();
        return directory == null ? null : directory.resolve(name);
    }

    /**
     * A service's configuration as Spring property names: what an ECS task gets by environment and secrets. Gives the
     * service's role a new password.
     */
    public Map<String, String> configurationOf(String service) {
        DatabaseAccess database = postgres.createSchema(service);
        Map<String, String> properties = new TreeMap<>();
        properties.put("spring.datasource.url", database.url());
        properties.put("spring.datasource.username", database.username());
        properties.put("spring.datasource.password", database.password());
        properties.put("spring.cloud.aws.region.static", REGION);
        properties.put("spring.cloud.aws.credentials.access-key", account.accessKeyId());
        properties.put("spring.cloud.aws.credentials.secret-key", account.secretAccessKey());
        properties.put("spring.cloud.aws.sqs.endpoint", queues.endpoint().toString());
        properties.put("spring.cloud.aws.s3.endpoint", objects.endpoint().toString());
        properties.put("spring.cloud.aws.s3.path-style-access-enabled", "true");
        properties.put("medley.storage.bucket-prefix", Buckets.PREFIX);
        properties.put("medley.security.issuer", cognito.issuer().toString());
        properties.put("medley.security.jwks-uri", cognito.issuer() + "/.well-known/jwks.json");
        properties.put(
                "medley.security.client-ids",
                String.join(",", cognito.clientId(), cognito.publicClientId(), cognito.rotatingClientId()));
        properties.put("medley.web.cursor-key", standardBase64(secrets.get("cursor-key")));
        properties.put("medley.web.openapi-public", "true");
        properties.put("medley.web.cors.allowed-origins", String.join(",", settings.browserOrigins()));
        if (service.equals("identity")) {
            properties.put("medley.cognito.endpoint", cognito.endpoint().toString());
            properties.put("medley.cognito.user-pool-id", cognito.userPoolId());
            properties.put("medley.cognito.client-id", cognito.clientId());
            properties.put("medley.cognito.client-secret", cognito.clientSecret());
            properties.put("medley.identity.secret", standardBase64(secrets.get("identity-secret")));
            properties.put("medley.identity.triggers.secret", secrets.get("trigger-secret"));
            properties.put("medley.identity.mail.from", "no-reply@medley.test");
            properties.put("spring.mail.host", "127.0.0.1");
            properties.put("spring.mail.port", Integer.toString(mail.port()));
        }
        if (service.equals("media-sync")) {
            properties.put(
                    "medley.media-sync.credentials.secret", standardBase64(secrets.get("media-sync-credentials")));
        }
        return properties;
    }

    private static String standardBase64(String urlSafe) {
        return Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(urlSafe));
    }

    /** What clients sign with. */
    public AwsAccount account() {
        return account;
    }

    /** Secrets of this installation. */
    public InstallationSecrets secrets() {
        return secrets;
    }

    /** PostgreSQL. */
    public LocalPostgres postgres() {
        return postgres;
    }

    /** SQS. */
    public LocalQueues queues() {
        return queues;
    }

    /** S3. */
    public LocalObjects objects() {
        return objects;
    }

    /** The mail inbox. */
    public LocalMail mail() {
        return mail;
    }

    /** The user pool. */
    public CognitoStandIn cognito() {
        return cognito;
    }

    /**
     * Stops everything, last started first, also after a part that did not stop.
     *
     * @throws IllegalStateException naming the first part that did not stop; later ones are suppressed in it
     */
    @Override
    public void close() {
        started.close();
    }
}
