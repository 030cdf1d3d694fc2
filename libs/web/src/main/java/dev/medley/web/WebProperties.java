package dev.medley.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The HTTP conventions that differ between services or environments.
 *
 * @param problemBaseUri what {@code /problems/<code>} is appended to in the {@code type} of a problem; relative without
 * @param publicRoutes routes that need no token, each as {@code METHOD /path/**}
 * @param openapiPublic whether the API description and Swagger UI need no token
 * @param cursorKey HMAC key of the paging cursors, Base64 of at least 32 bytes; the same in every instance of a service
 * @param cors who may call from a browser
 * @param maxBodySize most bytes of a request body, multipart excepted
 * @param drainDelay how long a stopping instance goes on serving, so that the load balancer can turn away from it
 */
@ConfigurationProperties("medley.web")
public record WebProperties(
        @Nullable URI problemBaseUri,
        @DefaultValue List<String> publicRoutes,
        @DefaultValue("false") boolean openapiPublic,
        @Nullable String cursorKey,
        @DefaultValue Cors cors,
        @DefaultValue("1MB") DataSize maxBodySize,
        @DefaultValue("0s") Duration drainDelay) {

    /**
     * Cross-origin access.
     *
     * @param allowedOrigins exact origins, for example {@code https://app.example.com}; none means no CORS at all
     */
    public record Cors(@DefaultValue List<String> allowedOrigins) {

        /** Refuses the wildcard: every environment names the origins it serves. */
        public Cors {
            if (allowedOrigins.contains("*")) {
                throw new IllegalArgumentException("medley.web.cors.allowed-origins must name the origins, not *");
            }
            allowedOrigins = List.copyOf(allowedOrigins);
        }
    }
}
