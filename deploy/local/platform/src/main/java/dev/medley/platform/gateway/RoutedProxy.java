package dev.medley.platform.gateway;

import java.net.ConnectException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Forwards what a rule matches as the load balancer does: path, query and {@code Host} unchanged, the
 * <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/x-forwarded-headers.html">X-Forwarded
 * headers</a> added, bodies streamed both ways. Leaves the rest to the next handler.
 */
final class RoutedProxy extends ProxyHandler.Reverse {

    private static final String TARGET = RoutedProxy.class.getName();

    /** The load balancer's default; services keep idle connections longer. */
    private static final long IDLE_MILLIS = TimeUnit.SECONDS.toMillis(60);

    private static final long CONNECT_MILLIS = TimeUnit.SECONDS.toMillis(10);

    /** Event streams hold a connection each. */
    private static final int MOST_CONNECTIONS = 1024;

    private final Routes routes;
    private final Map<String, URI> targets;

    /**
     * @param routes the rules
     * @param targets base address of each service that runs
     */
    RoutedProxy(Routes routes, Map<String, URI> targets) {
        super(RoutedProxy::rewritten);
        this.routes = routes;
        this.targets = targets;
        setUseServerThreadPool(true);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        // Without dot segments and needless escapes, as a service reads it: /auth/../actuator must not get through.
        String path = request.getHttpURI().getCanonicalPath();
        if (path == null || routes.refuse(path)) {
            Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            return true;
        }
        String service = routes.serviceFor(path).orElse(null);
        if (service == null) {
            return false;
        }
        URI target = targets.get(service);
        if (target == null) {
            Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
            return true;
        }
        request.setAttribute(TARGET, target);
        return super.handle(request, response, callback);
    }

    private static HttpURI rewritten(Request request) {
        URI target = (URI) request.getAttribute(TARGET);
        return HttpURI.build(request.getHttpURI())
                .scheme(target.getScheme())
                .authority(target.getHost(), target.getPort())
                .asImmutable();
    }

    @Override
    protected void configureHttpClient(HttpClient client) {
        super.configureHttpClient(client);
        client.setIdleTimeout(IDLE_MILLIS);
        client.setConnectTimeout(CONNECT_MILLIS);
        client.setMaxConnectionsPerDestination(MOST_CONNECTIONS);
        // Nothing is added that the caller did not send.
        client.setUserAgentField(null);
        client.setDefaultRequestContentType(null);
    }

    @Override
    protected void addProxyHeaders(Request request, org.eclipse.jetty.client.Request forwarded) {
        String peer = Request.getRemoteAddr(request);
        String before = String.join(", ", request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR));
        forwarded.headers(
                headers -> headers.put(HttpHeader.X_FORWARDED_FOR, before.isEmpty() ? peer : before + ", " + peer)
                        .put(HttpHeader.X_FORWARDED_PROTO, request.isSecure() ? "https" : "http")
                        .put(HttpHeader.X_FORWARDED_PORT, Integer.toString(Request.getLocalPort(request))));
    }

    /** A refused connection is a service that is down or starting, which passes; the rest keeps Jetty's 502 and 504. */
    @Override
    protected void onServerToProxyResponseFailure(
            Request request,
            org.eclipse.jetty.client.Request forwarded,
            org.eclipse.jetty.client.Response answer,
            Response response,
            Callback callback,
            Throwable failure) {
        if (failure instanceof ConnectException) {
            Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
        } else {
            super.onServerToProxyResponseFailure(request, forwarded, answer, response, callback, failure);
        }
    }
}
