package dev.medley.platform.gateway;

import java.net.URI;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Keeps foreign sites off the platform's own pages, which show a password. A page whose name is made to resolve to
 * 127.0.0.1 (DNS rebinding) counts as same-origin to the browser, but still sends its own name as {@code Host}.
 */
final class HostGuard extends Handler.Wrapper {

    private final String contentPolicy;

    /**
     * Guards pages.
     *
     * @param objects where pages may send files to and show pictures from, beside the gateway
     */
    HostGuard(Handler pages, URI objects) {
        super(pages);
        this.contentPolicy = ("default-src 'self'; connect-src 'self' %1$s; img-src 'self' data: %1$s;"
                        + " style-src 'self' 'unsafe-inline'; frame-ancestors 'none'")
                .formatted(objects);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!isOwn(request.getHeaders().get(HttpHeader.HOST), Request.getLocalPort(request))) {
            Response.writeError(request, response, callback, HttpStatus.MISDIRECTED_REQUEST_421);
            return true;
        }
        response.getHeaders().put("Content-Security-Policy", contentPolicy);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("Referrer-Policy", "no-referrer");
        return super.handle(request, response, callback);
    }

    static boolean isOwn(@Nullable String host, int port) {
        return host != null && Set.of("localhost:" + port, "127.0.0.1:" + port).contains(host);
    }
}
