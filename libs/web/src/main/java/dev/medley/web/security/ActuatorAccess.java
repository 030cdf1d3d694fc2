package dev.medley.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Lets the metrics collector beside the service read without a token. The containers of a Fargate task share their
 * loopback interface; whatever comes through the load balancer carries a forwarding header and is not let in.
 */
final class ActuatorAccess implements AuthorizationManager<RequestAuthorizationContext> {

    /** Set by Tomcat's RemoteIpValve, which also replaces the peer's address by the forwarded one. */
    private static final String FORWARDED = "org.apache.tomcat.request.forwarded";

    private final AuthorizationManager<RequestAuthorizationContext> otherwise;

    ActuatorAccess(AuthorizationManager<RequestAuthorizationContext> otherwise) {
        this.otherwise = otherwise;
    }

    @Override
    public @Nullable AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        return isNeighbour(context.getRequest())
                ? new AuthorizationDecision(true)
                : otherwise.authorize(authentication, context);
    }

    private static boolean isNeighbour(HttpServletRequest request) {
        if (Boolean.TRUE.equals(request.getAttribute(FORWARDED))
                || request.getHeader("X-Forwarded-For") != null
                || request.getHeader("Forwarded") != null) {
            return false;
        }
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
