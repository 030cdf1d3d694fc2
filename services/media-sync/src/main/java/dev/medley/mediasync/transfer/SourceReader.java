package dev.medley.mediasync.transfer;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;

/** Opens ranges of one file, with a fresh link where one has expired. Safe for concurrent use. */
final class SourceReader {

    /** RFC 9110, section 14.4. */
    private static final Pattern CONTENT_RANGE =
            Pattern.compile("bytes (?:(?<first>\\d{1,18})-(?<last>\\d{1,18})|\\*)/(?<total>\\d{1,18}|\\*)");

    private final CloseableHttpClient http;
    private final MediaSource source;
    private final ReentrantLock resolving = new ReentrantLock();
    private volatile @Nullable MediaLink current;

    SourceReader(CloseableHttpClient http, MediaSource source) {
        this.http = http;
        this.source = source;
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

    /** What to say when an answer cannot be read to its end. */
    static TransferException broken(IOException e) {
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
                throw e.status == HttpStatus.SC_NOT_FOUND || e.status == HttpStatus.SC_GONE
                        ? new TransferException(TransferFailure.SOURCE_GONE, "The source has the file no more.")
                        : new TransferException(
                                TransferFailure.SOURCE_REFUSED,
                                "The source answers %d to a fresh link.".formatted(e.status));
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
            SourceBody body = read(response, from, Duration.ofNanos(System.nanoTime() - start));
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

    private static SourceBody read(ClassicHttpResponse response, long from, Duration waited)
            throws IOException, ExpiredLinkException {
        String range = value(response, HttpHeaders.CONTENT_RANGE);
        switch (response.getCode()) {
            case HttpStatus.SC_OK -> {
                long length =
                        response.getEntity() == null ? 0 : response.getEntity().getContentLength();
                return body(response, false, length < 0 ? SourceBody.UNKNOWN : length, waited);
            }
            case HttpStatus.SC_PARTIAL_CONTENT -> {
                Matcher numbers = CONTENT_RANGE.matcher(range == null ? "" : range);
                if (!numbers.matches()
                        || numbers.group("first") == null
                        || numbers.group("total").equals("*")) {
                    throw new TransferException(
                            TransferFailure.SOURCE_REFUSED, "The source sends a range without saying which.");
                }
                if (Long.parseLong(numbers.group("first")) != from) {
                    throw new TransferException(
                            TransferFailure.SOURCE_REFUSED, "The source sends another range than asked for.");
                }
                return body(response, true, Long.parseLong(numbers.group("total")), waited);
            }
            case HttpStatus.SC_REQUESTED_RANGE_NOT_SATISFIABLE -> {
                if (from == 0 && "bytes */0".equals(range)) {
                    return new SourceBody(
                            InputStream.nullInputStream(), response, true, 0, validator(response), waited);
                }
                throw new TransferException(TransferFailure.SOURCE_CHANGED, "The source is shorter than before.");
            }
            case HttpStatus.SC_UNAUTHORIZED, HttpStatus.SC_FORBIDDEN, HttpStatus.SC_NOT_FOUND, HttpStatus.SC_GONE ->
                throw new ExpiredLinkException(response.getCode());
            default -> throw refusal(response);
        }
    }

    private static SourceBody body(ClassicHttpResponse response, boolean ranged, long total, Duration waited)
            throws IOException {
        InputStream in = response.getEntity() == null
                ? InputStream.nullInputStream()
                : response.getEntity().getContent();
        return new SourceBody(in, response, ranged, total, validator(response), waited);
    }

    private static TransferException refusal(ClassicHttpResponse response) {
        int status = response.getCode();
        boolean passes = status >= HttpStatus.SC_SERVER_ERROR
                || status == HttpStatus.SC_TOO_MANY_REQUESTS
                || status == HttpStatus.SC_REQUEST_TIMEOUT;
        return new TransferException(
                passes ? TransferFailure.SOURCE_UNAVAILABLE : TransferFailure.SOURCE_REFUSED,
                "The source answers %d.".formatted(status),
                null,
                retryAfter(value(response, HttpHeaders.RETRY_AFTER)));
    }

    /** Seconds or a date: RFC 9110, section 10.2.3. Anything else says nothing. */
    private static Duration retryAfter(@Nullable String value) {
        if (value == null) {
            return Duration.ZERO;
        }
        if (value.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        Instant date = DateUtils.parseStandardDate(value);
        Duration wait = date == null
                ? Duration.ZERO
                : Duration.between(InstantSource.system().instant(), date);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private static @Nullable String validator(ClassicHttpResponse response) {
        String eTag = value(response, HttpHeaders.ETAG);
        return eTag != null && !eTag.startsWith("W/") ? eTag : value(response, HttpHeaders.LAST_MODIFIED);
    }

    private static @Nullable String value(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static void closeQuietly(ClassicHttpResponse response) {
        try {
            response.close();
        } catch (IOException _) {
            // The reason for closing is thrown already.
        }
    }

    /** The source answers as to a link that is too old. */
    private static final class ExpiredLinkException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int status;

        ExpiredLinkException(int status) {
            super("answered " + status);
            this.status = status;
        }
    }
}
