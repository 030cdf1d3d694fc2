package dev.medley.platform.gateway;

import java.net.URI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** The platform's one address, on 127.0.0.1: the services by {@code deploy/routes.yaml}, then the platform's own pages. */
public final class Gateway implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    /** As much as the load balancer lets through, and other headers beside it. */
    private static final int LARGEST_HEADER = 64 * 1024;

    private final Server server;
    private final ServerConnector connector;

    private Gateway(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /**
     * Starts to listen.
     *
     * @param port on 127.0.0.1; 0 for any free one
     * @throws IllegalStateException when it cannot
     */
    public static Gateway start(int port, PlatformView view) {
        return start(port, Routes.load(), view);
    }

    static Gateway start(int port, Routes routes, PlatformView view) {
        Server server = new Server(new VirtualThreadPool());
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LARGEST_HEADER);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        server.addConnector(connector);
        server.setErrorHandler(new GatewayProblems());
        server.setHandler(new Handler.Sequence(
                new RoutedProxy(routes, view.services()),
                new HostGuard(new Handler.Sequence(new PlatformData(view), new PageFiles()), view.objects())));
        Gateway gateway = new Gateway(server, connector);
        try {
            server.start();
        } catch (Exception e) {
            gateway.close();
            throw new IllegalStateException("the gateway did not start on port " + port, e);
        }
        return gateway;
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the gateway did not stop", e);
        }
    }
}
