package dev.medley.upstream;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After}, RFC 9110 section 10.2.3: seconds or a date. */
public final class RetryAfter {

    private static final int MAX_DIGITS = 9;

    private RetryAfter() {}

    /** How long to wait; empty without the header or when it cannot be read. Never negative. */
    static Optional<Duration> of(HttpHeaders headers, InstantSource clock) {
        return headers.firstValue("Retry-After").flatMap(value -> parse(value, clock));
    }

    /**
     * Reads the header's value.
     *
     * @param header as the server sent it, spaces around it included
     * @param clock what a date is counted from
     * @return how long to wait, never negative; empty when it is neither seconds nor a date in the form that
     *     RFC 9110 has senders use
     */
    public static Optional<Duration> parse(String header, InstantSource clock) {
        String value = header.strip();
        if (value.length() <= MAX_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9') && !value.isEmpty()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        try {
            ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            Duration wait = Duration.between(clock.instant(), date.toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
