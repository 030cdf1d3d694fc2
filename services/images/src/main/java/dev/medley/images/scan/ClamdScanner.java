package dev.medley.images.scan;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends files to clamd over TCP with {@code INSTREAM}: chunks, each behind its length as four bytes, big end first, and a
 * chunk of no length at the end (clamd(8)). A scan has one deadline for all of it: a server that does not read, or answers a
 * byte now and then, never lets a single read or write wait for long.
 */
final class ClamdScanner implements VirusScanner {

    private static final Logger log = LoggerFactory.getLogger(ClamdScanner.class);

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;

    private final String host;
    private final int port;
    private final Duration timeout;

    ClamdScanner(String host, int port, Duration timeout) {
        this.host = host;
        this.port = port;
        this.timeout = timeout;
    }

    @Override
    public ScanOutcome scan(byte[] file) {
        String answer;
        try (Socket socket = new Socket()) {
            Thread deadline = Thread.ofVirtual().start(() -> closeInTime(socket));
            try {
                socket.connect(new InetSocketAddress(host, port));
                send(file, new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK)));
                answer = answer(socket.getInputStream());
            } finally {
                deadline.interrupt();
            }
        } catch (IOException e) {
            throw new ScannerUnavailableException("clamd gave no answer within " + timeout, e);
        }
        if (answer.endsWith(" FOUND")) {
            log.warn("clamd answered {}", answer);
            return ScanOutcome.INFECTED;
        }
        if (answer.equals("stream: OK")) {
            return ScanOutcome.CLEAN;
        }
        throw new ScannerUnavailableException("clamd gave no verdict but: " + answer);
    }

    /** Whatever waits for the socket fails when it is closed. */
    private void closeInTime(Socket socket) {
        try {
            Thread.sleep(timeout);
            socket.close();
        } catch (InterruptedException _) {
            // The scan is over.
        } catch (IOException e) {
            log.warn("the connection to clamd could not be closed", e);
        }
    }

    private static void send(byte[] file, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        for (int start = 0; start < file.length; start += CHUNK) {
            int length = Math.min(CHUNK, file.length - start);
            out.writeInt(length);
            out.write(file, start, length);
        }
        out.writeInt(0);
        out.flush();
    }

    /** Commands that begin with z are answered with a text that ends in a zero byte. */
    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int next = in.read(); next != 0; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended within the answer");
            }
            if (answer.size() == LONGEST_ANSWER) {
                throw new IOException("the answer has no end");
            }
            answer.write(next);
        }
        return answer.toString(StandardCharsets.UTF_8).strip();
    }
}
