package dev.medley.web.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.OutageTolerantJWKSetSource;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.events.Event;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signing keys of the user pool: cached, fetched again for an unknown key but not more than twice in the interval,
 * and kept through an outage of the pool.
 */
final class UserPoolKeys implements JWKSource<SecurityContext> {

    private static final Logger LOG = LoggerFactory.getLogger(UserPoolKeys.class);
    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(2);
    private static final int MAX_BYTES = 150 * 1024;
    private static final Duration TIME_TO_LIVE = Duration.ofMinutes(5);
    private static final Duration REFRESH_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration FETCH_INTERVAL = Duration.ofSeconds(30);
    private static final Duration OUTAGE = Duration.ofHours(4);

    private final JWKSource<SecurityContext> source;
    private volatile boolean loaded;

    UserPoolKeys(URI jwksUri) {
        int millis = Math.toIntExact(HTTP_TIMEOUT.toMillis());
        try {
            this.source = JWKSourceBuilder.create(
                            jwksUri.toURL(), new DefaultResourceRetriever(millis, millis, MAX_BYTES))
                    .cache(TIME_TO_LIVE.toMillis(), REFRESH_TIMEOUT.toMillis())
                    .rateLimited(FETCH_INTERVAL.toMillis())
                    .retrying(true)
                    .outageTolerant(OUTAGE.toMillis(), UserPoolKeys::report)
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("medley.security.jwks-uri is not a URL: " + jwksUri, e);
        }
    }

    private static void report(Event<OutageTolerantJWKSetSource<SecurityContext>, SecurityContext> event) {
        if (event instanceof OutageTolerantJWKSetSource.OutageEvent<SecurityContext> outage) {
            LOG.warn("user pool keys cannot be fetched, the known ones stay in use", outage.getException());
        }
    }

    /**
     * The keys that match.
     *
     * @throws KeySourceException when no key was ever fetched; a token then cannot be judged at all
     */
    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        try {
            List<JWK> keys = source.get(selector, context);
            loaded = true;
            return keys;
        } catch (RateLimitReachedException e) {
            // The keys are known and this one is not among them: that is the token's fault, not an outage.
            if (loaded) {
                return List.of();
            }
            throw e;
        }
    }
}
