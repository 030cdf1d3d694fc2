package dev.medley.upstream;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How other people's servers are called.
 *
 * @param allowedHosts hosts that may be reached although they are not public, each as {@code host} or {@code host:port}
 * @param connectTimeout longest wait for a connection
 * @param timeout longest wait for a whole answer
 * @param attempts tries of a request, the first included
 * @param initialBackoff pause after the first failure; doubles with every further one
 * @param longestWait a server that asks for a longer pause than this gets no second try within the same call
 * @param maxBody longest answer that is read, in bytes
 */
@ConfigurationProperties("medley.upstream")
public record UpstreamProperties(
        @DefaultValue Set<String> allowedHosts,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("3") int attempts,
        @DefaultValue("2s") Duration initialBackoff,
        @DefaultValue("10s") Duration longestWait,
        @DefaultValue("8388608") long maxBody) {}
