package dev.medley.web.openapi;

import dev.medley.web.problem.ProblemCode;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The problems that an operation can answer with, as far as its form tells; {@code default} stands for the rest. */
final class ProblemResponses {

    private ProblemResponses() {}

    static void add(Operation operation, boolean open) {
        ApiResponses responses = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        operation.setResponses(responses);
        for (ProblemCode code : codes(operation, open)) {
            String status = Integer.toString(code.status());
            if (!responses.containsKey(status)) {
                responses.addApiResponse(status, problem(code.title()));
            }
        }
        if (!responses.containsKey(ApiResponses.DEFAULT)) {
            responses.addApiResponse(ApiResponses.DEFAULT, problem("Any other problem"));
        }
    }

    private static Set<ProblemCode> codes(Operation operation, boolean open) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        Set<ProblemCode> codes = EnumSet.noneOf(ProblemCode.class);
        if (!open) {
            codes.addAll(List.of(ProblemCode.UNAUTHENTICATED, ProblemCode.FORBIDDEN));
        }
        if (!parameters.isEmpty()) {
            codes.add(ProblemCode.INVALID_REQUEST);
        }
        if (operation.getRequestBody() != null) {
            codes.addAll(List.of(
                    ProblemCode.INVALID_REQUEST, ProblemCode.PAYLOAD_TOO_LARGE, ProblemCode.UNSUPPORTED_MEDIA_TYPE));
        }
        if (parameters.stream().anyMatch(parameter -> "path".equals(parameter.getIn()))) {
            codes.add(ProblemCode.NOT_FOUND);
        }
        if (hasHeader(parameters, "If-Match")) {
            codes.addAll(List.of(ProblemCode.PRECONDITION_FAILED, ProblemCode.PRECONDITION_REQUIRED));
        }
        if (hasHeader(parameters, IdempotentOperations.HEADER)) {
            codes.addAll(List.of(ProblemCode.REQUEST_IN_PROGRESS, ProblemCode.IDEMPOTENCY_KEY_REUSED));
        }
        return codes;
    }

    private static boolean hasHeader(List<Parameter> parameters, String name) {
        return parameters.stream()
                .anyMatch(
                        parameter -> "header".equals(parameter.getIn()) && name.equalsIgnoreCase(parameter.getName()));
    }

    private static ApiResponse problem(String description) {
        MediaType content = new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"));
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE, content));
    }
}
