package dev.medley.images.watch;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How images are watched.
 *
 * @param interval pause between two looks at all watched images of this instance
 * @param heartbeat longest silence on a stream; less than what load balancers take for idle
 * @param streamsPerUser most streams of one user at this instance
 * @param streams most streams of this instance
 */
@ConfigurationProperties("medley.images.watch")
public record WatchProperties(
        @DefaultValue("500ms") Duration interval,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("8") int streamsPerUser,
        @DefaultValue("1000") int streams) {}
