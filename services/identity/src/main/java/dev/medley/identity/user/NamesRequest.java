package dev.medley.identity.user;

import dev.medley.identity.query.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Asks for names.
 *
 * @param ids up to 100 user ids
 */
public record NamesRequest(
        @NotNull @Size(max = 100)
        List<@NotNull @Size(max = 64) @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE) String> ids) {}
