package dev.medley.upstream;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header {@code Retry-After}, RFC 9110 section 10.2.3: seconds or a date. */
public final class RetryAfter {

    private static final int MAX_DIGITS = 9;

    private static final DateTimeFormatter ASCTIME = DateTimeFormatter.ofPattern(
                    "EEE MMM ppd HH:mm:ss yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

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
     * @return how long to wait, never negative; empty when it is neither seconds nor a date in one of the three forms that
     *     RFC 9110 section 5.6.7 has recipients read
     */
    public static Optional<Duration> parse(String header, InstantSource clock) {
        String value = header.strip();
        if (value.length() <= MAX_DIGITS && value.chars().allMatch(c -> c >= '0' && c <= '9') && !value.isEmpty()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return date(value, clock.instant())
                .map(date -> Duration.between(clock.instant(), date))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Instant> date(String value, Instant now) {
        // Of years in two digits the one is meant that is at most 50 years ahead (RFC 9110 section 5.6.7).
        LocalDate earliest = now.atOffset(ZoneOffset.UTC).toLocalDate().minusYears(49);
        for (DateTimeFormatter form : List.of(DateTimeFormatter.RFC_1123_DATE_TIME, rfc850(earliest), ASCTIME)) {
            try {
                return Optional.of(form.parse(value, Instant::from));
            } catch (DateTimeException _) {
                // Another form, then.
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter rfc850(LocalDate earliest) {
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, earliest)
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH)
                .withZone(ZoneOffset.UTC);
    }
}
