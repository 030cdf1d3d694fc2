package dev.medley.standins.cognito;

import java.io.IOException;
import java.net.URI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.SizeLimitHandler;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/**
 * An HTTP server on 127.0.0.1 whose port is known before it serves, because tokens name it.
 *
 * @param server not yet started
 * @param endpoint already bound
 */
record LoopbackServer(Server server, URI endpoint) {

    private static final String LOOPBACK = "127.0.0.1";

    /** Far above any request of this API. */
    private static final int LARGEST_REQUEST = 128 * 1024;

    static LoopbackServer bind(int port) {
        Server server = new Server(new VirtualThreadPool());
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        server.addConnector(connector);
        try {
            connector.open();
        } catch (IOException e) {
            throw new IllegalStateException("cannot listen on %s:%d".formatted(LOOPBACK, port), e);
        }
        return new LoopbackServer(server, URI.create("http://" + LOOPBACK + ":" + connector.getLocalPort()));
    }

    Server serve(Handler handler) {
        SizeLimitHandler limited = new SizeLimitHandler(LARGEST_REQUEST, -1);
        limited.setHandler(handler);
        server.setHandler(limited);
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            throw new IllegalStateException("cannot serve on " + endpoint, e);
        }
        return server;
    }

    static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server does not stop", e);
        }
    }
}
