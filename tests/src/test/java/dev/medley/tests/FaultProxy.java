package dev.medley.tests;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands between a service and SQS or S3, passes every byte on, and strikes where it is told to. The services need no
 * hook for it: they are configured with its address, and the AWS SDK sends to that address whatever the queue URLs in
 * SQS's answers say.
 */
final class FaultProxy implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FaultProxy.class);
    private static final int BACKLOG = 50;

    private final URI target;
    private final ServerSocket server;
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final List<Predicate<HttpMessage>> refused = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** Starts to pass on what comes in. */
    FaultProxy(URI target) {
        this.target = target;
        try {
            this.server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("fault-proxy").start(this::accept);
    }

    /** A request of SQS's JSON protocol: an action, or actions, on a queue. */
    static Predicate<HttpMessage> sqs(String action, String queue) {
        return request -> String.valueOf(request.header("X-Amz-Target")).startsWith("AmazonSQS." + action)
                && request.text().contains("/" + queue + "\"");
    }

    /** A request that writes an object to a bucket. */
    static Predicate<HttpMessage> put(String bucket) {
        return request -> request.startLine().startsWith("PUT /" + bucket + "/");
    }

    /** A request that reads an object of a bucket. */
    static Predicate<HttpMessage> get(String bucket) {
        return request -> request.startLine().startsWith("GET /" + bucket + "/");
    }

    /** What services take for the address of the real thing. */
    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Arms a fault for the first request that meets it. */
    Fault arm(Fault.Moment moment, Predicate<HttpMessage> which, Runnable action) {
        return arm(new Fault(moment, which, 1, action));
    }

    /** Arms a fault. */
    Fault arm(Fault fault) {
        faults.add(fault);
        return fault;
    }

    /** Drops every request that meets it, until {@link #disarm}. */
    void refuse(Predicate<HttpMessage> which) {
        refused.add(which);
    }

    /** Forgets the faults that nothing has met, and refuses nothing any more. */
    void disarm() {
        faults.clear();
        refused.clear();
    }

    @Override
    public void close() {
        close(server);
        open.forEach(FaultProxy::close);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                Thread.ofVirtual().name("fault-proxy-connection").start(() -> serve(client));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            OutputStream out = client.getOutputStream();
            HttpMessage request = HttpMessage.readRequest(in, out);
            while (request != null && pass(request, out)) {
                request = HttpMessage.readRequest(in, out);
            }
        } catch (IOException e) {
            // A killed service leaves broken connections behind.
            log.debug("a connection broke", e);
        } finally {
            open.remove(client);
        }
    }

    /** Passes one exchange on; false when the connection is to be dropped. */
    private boolean pass(HttpMessage request, OutputStream out) throws IOException {
        if (refused.stream().anyMatch(which -> which.test(request))) {
            return false;
        }
        Optional<Fault> fault =
                faults.stream().filter(armed -> armed.meets(request)).findFirst();
        fault.ifPresent(faults::remove);
        if (strikes(fault, Fault.Moment.BEFORE_FORWARDING)) {
            return false;
        }
        HttpMessage response = forward(request);
        if (strikes(fault, Fault.Moment.AFTER_THE_RESPONSE)) {
            return false;
        }
        response.writeTo(out);
        return true;
    }

    private static boolean strikes(Optional<Fault> fault, Fault.Moment moment) {
        return fault.filter(met -> met.moment() == moment)
                .map(met -> {
                    met.strike();
                    return true;
                })
                .orElse(false);
    }

    /** A connection of its own each time: none is ever found closed by the other side. */
    private HttpMessage forward(HttpMessage request) throws IOException {
        try (Socket upstream = new Socket(target.getHost(), target.getPort())) {
            open.add(upstream);
            try {
                request.writeTo(upstream.getOutputStream());
                return HttpMessage.readResponse(new BufferedInputStream(upstream.getInputStream()), request);
            } finally {
                open.remove(upstream);
            }
        }
    }

    private static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
