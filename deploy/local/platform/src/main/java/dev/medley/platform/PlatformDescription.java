package dev.medley.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The running platform for programs, in {@code platform.json}: only its owner can read it, and it is gone when the
 * platform is.
 *
 * @param pid process id of the launcher
 * @param startedAt when everything was ready
 * @param gateway the one address of the services
 * @param services their own addresses
 * @param endpoints of SQS, S3 and Cognito, what AWS SDKs take as endpoint override
 * @param smtp where mail is sent to, host and port
 * @param database JDBC address without user
 * @param region AWS region
 * @param accessKeyId for AWS clients
 * @param secretAccessKey for AWS clients
 * @param userPoolId the user pool
 * @param clientId the pool's client without a secret
 * @param demoUser who can sign in
 * @param operator who can sign in and run the platform
 * @param simulators where other people's clouds are played
 */
public record PlatformDescription(
        long pid,
        Instant startedAt,
        URI gateway,
        Map<String, URI> services,
        Endpoints endpoints,
        String smtp,
        String database,
        String region,
        String accessKeyId,
        String secretAccessKey,
        String userPoolId,
        String clientId,
        DemoUser demoUser,
        DemoUser operator,
        Map<String, URI> simulators) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * Endpoint overrides.
     *
     * @param sqs queues
     * @param s3 objects
     * @param cognito user pools
     */
    public record Endpoints(URI sqs, URI s3, URI cognito) {}

    /**
     * Reads the file of a platform that runs.
     *
     * @throws PlatformRefusal when none runs
     */
    static PlatformDescription ofRunning(Path file) {
        if (Files.exists(file)) {
            PlatformDescription found = JSON.readValue(file, PlatformDescription.class);
            if (ProcessHandle.of(found.pid()).isPresent()) {
                return found;
            }
        }
        throw new PlatformRefusal("The platform is not running; ./medley up starts it.");
    }

    void write(Path file) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, JSON.writeValueAsBytes(this));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves out what is secret. */
    @Override
    public String toString() {
        return "PlatformDescription[" + gateway + "]";
    }
}
