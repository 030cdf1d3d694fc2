package dev.medley.identity.audit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * The end of the log at some moment. Kept outside the platform, it proves later that nothing before it was rewritten.
 *
 * @param sequence of the last entry; 0 when there is none
 * @param hash of the last entry, 64 hexadecimal digits
 */
public record ChainHead(
        @PositiveOrZero long sequence,

        @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "must be 64 hexadecimal digits")
        String hash) {

    /** Before the first entry. */
    static final ChainHead EMPTY = new ChainHead(0, "0".repeat(64));
}
