package dev.medley.standins;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the parts are started.
 *
 * @param directory where everything stays between runs; null for memory and temporary files only
 * @param ports what to listen on
 * @param browserOrigins origins that may call from a browser
 */
public record LocalPartsSettings(@Nullable Path directory, Ports ports, List<String> browserOrigins) {

    /** Any ports, nothing kept: for tests. */
    public static LocalPartsSettings throwaway() {
        return new LocalPartsSettings(null, new Ports(0, 0, 0, 0, 0), List.of("http://127.0.0.1:8080"));
    }

    /**
     * Ports on 127.0.0.1; 0 means any free one.
     *
     * @param postgres PostgreSQL
     * @param queues SQS
     * @param objects S3
     * @param cognito Cognito user pools
     * @param smtp mail
     */
    public record Ports(int postgres, int queues, int objects, int cognito, int smtp) {}
}
