package dev.medley.identity.challenge;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the pool keeps of a code between question and answer: nothing from which the code could be found.
 *
 * @param expiresAt whole seconds
 * @param hash keyed, hexadecimal
 */
record StoredCode(Instant expiresAt, String hash) {

    private static final char SEPARATOR = '.';

    /** Reads what {@link #format} wrote; empty for anything else. */
    static Optional<StoredCode> parse(@Nullable String text) {
        int separator = text == null ? -1 : text.indexOf(SEPARATOR);
        if (text == null || separator < 0) {
            return Optional.empty();
        }
        try {
            Instant expiresAt = Instant.ofEpochSecond(Long.parseLong(text, 0, separator, 10));
            return Optional.of(new StoredCode(expiresAt, text.substring(separator + 1)));
        } catch (NumberFormatException | DateTimeException _) {
            return Optional.empty();
        }
    }

    String format() {
        return Long.toString(expiresAt.getEpochSecond()) + SEPARATOR + hash;
    }
}
