package dev.medley.mediasync.transfer;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Opens ranges of one file, with a fresh link where one has expired. Safe for concurrent use. */
final class SourceReader {

    private final CloseableHttpClient http;
    private final MediaSource source;
    private final SourceAnswers answers;
    private final ReentrantLock resolving = new ReentrantLock();
    private volatile @Nullable MediaLink current;

    SourceReader(CloseableHttpClient http, MediaSource source, SourceAnswers answers) {
        this.http = http;
        this.source = source;
        this.answers = answers;
    }

    /** The whole file. */
    SourceBody open() throws TransferException, InterruptedException {
        return open("bytes=0-", 0, null);
    }

    /**
     * A part of the file.
     *
     * @param from its first byte
     * @param bytes its length
     * @param whole the answer that told the file's length and validator
     * @throws TransferException {@link TransferFailure#SOURCE_CHANGED} when it is another file now
     */
    SourceBody open(long from, long bytes, SourceBody whole) throws TransferException, InterruptedException {
        return same(open("bytes=%d-%d".formatted(from, from + bytes - 1), from, whole.validator()), whole);
    }

    /** The whole file once more. */
    SourceBody openAgain(SourceBody first) throws TransferException, InterruptedException {
        return same(open(), first);
    }

    private static SourceBody same(SourceBody answer, SourceBody first) throws TransferException {
        if (answer.ranged() == first.ranged()
                && answer.total() == first.total()
                && Objects.equals(answer.validator(), first.validator())) {
            return answer;
        }
        answer.close();
        throw new TransferException(TransferFailure.SOURCE_CHANGED, "The source sends another file than before.");
    }

    /** Whether the link in use leads to a derivative; tells nothing before a source is open. */
    boolean readsDerivative() {
        MediaLink link = current;
        return link != null && link.derivative();
    }

    /** What to say when an answer cannot be read to its end. */
    static TransferException broken(IOException e) {
        if (e instanceof TransferException known) {
            return known;
        }
        return e instanceof ConnectionClosedException
                ? new TransferException(
                        TransferFailure.SHORT_BODY, "The source ended before the length that it named.", e)
                : new TransferException(TransferFailure.SOURCE_UNAVAILABLE, "The source broke off.", e);
    }

    private SourceBody open(String range, long from, @Nullable String validator)
            throws TransferException, InterruptedException {
        MediaLink link = link(null);
        try {
            return request(link, range, from, validator);
        } catch (ExpiredLinkException _) {
            try {
                return request(link(link), range, from, validator);
            } catch (ExpiredLinkException e) {
                throw e.status() == HttpStatus.SC_NOT_FOUND || e.status() == HttpStatus.SC_GONE
                        ? new TransferException(TransferFailure.SOURCE_GONE, "The source has the file no more.")
                        : new TransferException(
                                TransferFailure.SOURCE_REFUSED,
                                "The source answers %d to a fresh link.".formatted(e.status()));
            }
        }
    }

    /** The link in use, or a new one when that is the expired one. */
    private MediaLink link(@Nullable MediaLink expired) throws TransferException, InterruptedException {
        resolving.lockInterruptibly();
        try {
            MediaLink known = current;
            if (known != null && !known.equals(expired)) {
                return known;
            }
            MediaLink fresh = source.resolve();
            current = fresh;
            return fresh;
        } catch (TransferException e) {
            throw e;
        } catch (IOException e) {
            throw new TransferException(TransferFailure.NO_LINK, "The provider gives no link to the file.", e);
        } finally {
            resolving.unlock();
        }
    }

    private SourceBody request(MediaLink link, String range, long from, @Nullable String validator)
            throws TransferException, ExpiredLinkException {
        HttpGet get = new HttpGet(link.address());
        link.headers().forEach(get::setHeader);
        get.setHeader(HttpHeaders.RANGE, range);
        get.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
        if (validator != null) {
            get.setHeader(HttpHeaders.IF_RANGE, validator);
        }
        long start = System.nanoTime();
        ClassicHttpResponse response;
        try {
            response = http.executeOpen(null, get, null);
        } catch (ForbiddenHostException e) {
            throw new TransferException(
                    TransferFailure.FORBIDDEN_ADDRESS, "The link leads to an address that is not public.", e);
        } catch (IOException e) {
            throw new TransferException(TransferFailure.SOURCE_UNAVAILABLE, "The source does not answer.", e);
        }
        boolean kept = false;
        try {
            SourceBody body = answers.read(response, from, Duration.ofNanos(System.nanoTime() - start));
            kept = true;
            return body;
        } catch (IOException e) {
            throw e instanceof TransferException known
                    ? known
                    : new TransferException(TransferFailure.SOURCE_UNAVAILABLE, "The source's answer broke off.", e);
        } finally {
            if (!kept) {
                closeQuietly(response);
            }
        }
    }

    private static void closeQuietly(ClassicHttpResponse response) {
        try {
            SourceBody.cutOff(response);
        } catch (IOException _) {
            // The reason for closing is thrown already.
        }
    }
}
