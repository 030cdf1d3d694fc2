package dev.medley.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;

/**
 * Takes the token from the one {@code Authorization} header and from nowhere else. A public route reads no token at all,
 * so that a client whose token has run out can still sign in or refresh.
 */
final class HeaderTokenResolver implements BearerTokenResolver {

    /** A header line longer than this does not pass the load balancer either. */
    private static final int MAX_LENGTH = 16 * 1024;

    private final PublicRoutes publicRoutes;
    private final BearerTokenResolver header = new DefaultBearerTokenResolver();

    HeaderTokenResolver(PublicRoutes publicRoutes) {
        this.publicRoutes = publicRoutes;
    }

    @Override
    public @Nullable String resolve(HttpServletRequest request) {
        if (publicRoutes.matches(request)) {
            return null;
        }
        if (Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).size() > 1) {
            throw refused("more than one Authorization header");
        }
        String token = header.resolve(request);
        if (token != null && token.length() > MAX_LENGTH) {
            throw refused("token longer than " + MAX_LENGTH + " characters");
        }
        return token;
    }

    private static OAuth2AuthenticationException refused(String reason) {
        return new OAuth2AuthenticationException(BearerTokenErrors.invalidToken(reason));
    }
}
