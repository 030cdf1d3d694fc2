package dev.medley.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of every error answer: RFC 9457 with this platform's extension members.
 *
 * @param type identifies the kind of problem, {@code …/problems/<code>}
 * @param title the same for every problem of a kind
 * @param status the HTTP status
 * @param detail what was wrong this time and what would be accepted
 * @param instance names the request in the logs
 * @param code the stable code of {@link ProblemCode}
 * @param errors the single faults of an invalid request; left out when there are none
 * @param traceId the distributed trace, when there is one
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code", "errors", "traceId", "error"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, format = "uri-reference", example = "/problems/not-found")
        String type,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "Not found")
        String title,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "404")
        int status,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "There is no such image.")
        String detail,

        @Schema(format = "uri") @Nullable String instance,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "not-found")
        String code,

        List<ProblemError> errors,

        @Nullable String traceId) {

    /** The detail again, under the name that clients of earlier interfaces read. */
    @JsonProperty("error")
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "There is no such image.")
    public String error() {
        return detail;
    }
}
