package dev.medley.web.security;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Lets the metrics collector beside the service read without a token: the containers of a Fargate task share their
 * loopback interface, and the load balancer is never on it.
 */
final class ActuatorAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private final AuthorizationManager<RequestAuthorizationContext> otherwise;

    ActuatorAccess(AuthorizationManager<RequestAuthorizationContext> otherwise) {
        this.otherwise = otherwise;
    }

    @Override
    public @Nullable AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        return PeerValve.isNeighbour(context.getRequest())
                ? new AuthorizationDecision(true)
                : otherwise.authorize(authentication, context);
    }
}
