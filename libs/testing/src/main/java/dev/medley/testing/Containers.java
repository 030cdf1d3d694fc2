package dev.medley.testing;

import dev.medley.standins.DatabaseAccess;
import dev.medley.standins.RunningServers;
import java.net.URI;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** PostgreSQL, SQS and S3 in containers, for the profile {@code containers}. They end with the JVM. */
final class Containers {

    private static final DockerImageName POSTGRES = DockerImageName.parse("postgres:17.11");

    /** The last release that starts without an account. */
    private static final DockerImageName AWS = DockerImageName.parse("localstack/localstack:4.12.0");

    private Containers() {}

    /** Whether the profile is on. */
    static boolean wanted() {
        return Boolean.getBoolean("medley.test.containers");
    }

    /** Whether there is an engine to run them. */
    static boolean available() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource") // stopped by Testcontainers when the JVM ends
    static RunningServers start() {
        PostgreSQLContainer postgres = new PostgreSQLContainer(POSTGRES);
        LocalStackContainer aws = new LocalStackContainer(AWS).withServices("sqs", "s3");
        postgres.start();
        aws.start();
        URI endpoint = aws.getEndpoint();
        return new RunningServers(
                new DatabaseAccess(postgres.getJdbcUrl(), postgres.getUsername(), postgres.getPassword()),
                endpoint,
                endpoint);
    }
}
