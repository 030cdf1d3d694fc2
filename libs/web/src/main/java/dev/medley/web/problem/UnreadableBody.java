package dev.medley.web.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/** Says what was wrong with a JSON body, and where, without a word about the Java types behind it. */
final class UnreadableBody {

    private final JsonMapper json;

    UnreadableBody(JsonMapper json) {
        this.json = json;
    }

    ProblemException explain(HttpMessageNotReadableException exception) {
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
        }
        return switch (exception.getCause()) {
            case StreamConstraintsException e -> at(e, ProblemCode.INVALID_REQUEST, "The body exceeds a limit");
            case StreamReadException e -> at(e, ProblemCode.MALFORMED_JSON, "The body is not valid JSON");
            case DatabindException e -> mismatch(e);
            case null ->
                ProblemException.of(ProblemCode.INVALID_REQUEST, "A body is required.")
                        .withErrors(List.of(new ProblemError("", "is required")));
            default -> unreadable(exception);
        };
    }

    private static ProblemException unreadable(HttpMessageNotReadableException exception) {
        return ProblemException.of(ProblemCode.INVALID_REQUEST, "The body could not be read.")
                .causedBy(NestedExceptionUtils.getMostSpecificCause(exception));
    }

    private static ProblemException at(JacksonException exception, ProblemCode code, String what) {
        TokenStreamLocation location = exception.getLocation();
        String where = location == null || location.getLineNr() < 1
                ? "."
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
        return ProblemException.of(code, what + where);
    }

    private ProblemException mismatch(DatabindException exception) {
        ProblemError error = new ProblemError(Pointers.of(exception.getPath()), reason(exception));
        return ProblemException.of(
                        ProblemCode.INVALID_REQUEST,
                        (error.pointer().isEmpty() ? "The body " : error.pointer() + " ") + error.detail() + ".")
                .withErrors(List.of(error));
    }

    private String reason(DatabindException exception) {
        return switch (exception) {
            case UnrecognizedPropertyException _ -> "is not a known property";
            case InvalidNullException _ -> "must not be null";
            case ValueInstantiationException _ -> "is not acceptable";
            case MismatchedInputException e when isTrailing(e) -> "must end after the JSON value";
            case MismatchedInputException e -> "must be " + expected(e.getTargetType());
            default -> "is not acceptable";
        };
    }

    /** Jackson reports what follows the value with the type of the value itself, and only the text tells them apart. */
    private static boolean isTrailing(MismatchedInputException exception) {
        String message = exception.getOriginalMessage();
        return message != null && message.startsWith("Trailing token");
    }

    private String expected(@Nullable Class<?> type) {
        return Expected.of(type, constant -> json.convertValue(constant, String.class));
    }
}
