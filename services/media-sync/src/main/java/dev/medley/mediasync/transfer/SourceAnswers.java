package dev.medley.mediasync.transfer;

import dev.medley.upstream.RetryAfter;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/**
 * Reads what sources answer to a request for a range.
 *
 * @param clock what a date in {@code Retry-After} is counted from
 * @param leastSpeed of a body, a minute
 * @param nanoTime what that minute is measured with
 */
record SourceAnswers(InstantSource clock, DataSize leastSpeed, LongSupplier nanoTime) {

    /** RFC 9110, section 14.4. */
    private static final Pattern CONTENT_RANGE =
            Pattern.compile("bytes (?:(?<first>\\d{1,18})-(?<last>\\d{1,18})|\\*)/(?<total>\\d{1,18}|\\*)");

    /**
     * The bytes that an answer carries.
     *
     * @param from the first byte that was asked for
     * @param waited for the answer
     * @throws ExpiredLinkException when the link may be too old
     */
    SourceBody read(ClassicHttpResponse response, long from, Duration waited) throws IOException, ExpiredLinkException {
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

    private SourceBody body(ClassicHttpResponse response, boolean ranged, long total, Duration waited)
            throws IOException {
        InputStream in = response.getEntity() == null
                ? InputStream.nullInputStream()
                : new LeastSpeed(response.getEntity().getContent(), leastSpeed.toBytes(), nanoTime);
        return new SourceBody(in, response, ranged, total, validator(response), waited);
    }

    private TransferException refusal(ClassicHttpResponse response) {
        int status = response.getCode();
        boolean passes = status >= HttpStatus.SC_SERVER_ERROR
                || status == HttpStatus.SC_TOO_MANY_REQUESTS
                || status == HttpStatus.SC_REQUEST_TIMEOUT;
        return new TransferException(
                passes ? TransferFailure.SOURCE_UNAVAILABLE : TransferFailure.SOURCE_REFUSED,
                "The source answers %d.".formatted(status),
                null,
                retryAfter(response));
    }

    private static @Nullable String validator(ClassicHttpResponse response) {
        String eTag = value(response, HttpHeaders.ETAG);
        return eTag != null && !eTag.startsWith("W/") ? eTag : value(response, HttpHeaders.LAST_MODIFIED);
    }

    private static @Nullable String value(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private Duration retryAfter(ClassicHttpResponse response) {
        String value = value(response, HttpHeaders.RETRY_AFTER);
        return value == null ? Duration.ZERO : RetryAfter.parse(value, clock).orElse(Duration.ZERO);
    }
}
