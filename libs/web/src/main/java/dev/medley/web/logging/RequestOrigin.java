package dev.medley.web.logging;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Where what is done came from.
 *
 * @param clientAddress the client's IP address, behind the load balancer too
 * @param requestId names the request in the logs
 */
public record RequestOrigin(
        @Nullable String clientAddress, @Nullable String requestId) {

    private static final RequestOrigin NONE = new RequestOrigin(null, null);

    /** Of the request that this thread serves; of nothing outside requests. */
    public static RequestOrigin current() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return new RequestOrigin(request.getRemoteAddr(), RequestId.of(request));
        }
        return NONE;
    }
}
