package dev.medley.web.problem;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * One thing wrong with a request.
 *
 * @param pointer where: an RFC 6901 pointer into the JSON body, or {@code /query/<name>}, {@code /path/<name>},
 *     {@code /header/<name>} for what is not in the body
 * @param detail what would be accepted there
 */
public record ProblemError(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "/width")
        String pointer,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "must be an integer")
        String detail) {}
