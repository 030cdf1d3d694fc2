package dev.medley.web.security;

import java.net.URI;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose access tokens are accepted.
 *
 * @param issuer the {@code iss} of the user pool, {@code https://cognito-idp.<region>.amazonaws.com/<pool>}
 * @param jwksUri where the pool publishes its keys, {@code <issuer>/.well-known/jwks.json}
 * @param clientIds the app clients whose tokens this service accepts
 */
@ConfigurationProperties("medley.security")
record TokenProperties(
        String issuer, URI jwksUri, @DefaultValue Set<String> clientIds) {

    /** Refuses a half configuration, which would refuse or accept everybody. */
    TokenProperties {
        require(issuer != null && !issuer.isBlank(), "issuer");
        require(jwksUri != null && jwksUri.isAbsolute(), "jwks-uri");
        require(!clientIds.isEmpty(), "client-ids");
        clientIds = Set.copyOf(clientIds);
    }

    private static void require(boolean given, String name) {
        if (!given) {
            throw new IllegalArgumentException("medley.security." + name + " is required");
        }
    }
}
