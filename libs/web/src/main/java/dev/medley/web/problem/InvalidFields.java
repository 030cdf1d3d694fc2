package dev.medley.web.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Lists what bean validation found, by place in the request. */
final class InvalidFields {

    private InvalidFields() {}

    static ProblemException of(MethodArgumentNotValidException exception) {
        return problem(fields(exception.getParameter(), exception.getBindingResult()));
    }

    static ProblemException of(HandlerMethodValidationException exception) {
        List<ProblemError> errors = new ArrayList<>();
        for (ParameterValidationResult result : exception.getParameterValidationResults()) {
            MethodParameter parameter = result.getMethodParameter();
            if (result instanceof ParameterErrors nested) {
                errors.addAll(fields(parameter, nested));
            } else {
                String pointer = Pointers.of(parameter, ParameterNames.of(parameter));
                result.getResolvableErrors()
                        .forEach(error -> errors.add(new ProblemError(pointer, text(error.getDefaultMessage()))));
            }
        }
        return problem(errors);
    }

    private static List<ProblemError> fields(MethodParameter parameter, Errors found) {
        String root = parameter.hasParameterAnnotation(RequestBody.class) ? "" : "/query";
        return found.getAllErrors().stream()
                .map(error -> new ProblemError(pointer(root, error), detail(error)))
                .sorted((a, b) -> a.pointer().compareTo(b.pointer()))
                .toList();
    }

    private static String pointer(String root, ObjectError error) {
        return error instanceof FieldError field ? root + Pointers.ofField(field.getField()) : root;
    }

    /** A value that could not even be converted has a message with class names in it. */
    private static String detail(ObjectError error) {
        boolean unconverted = error instanceof FieldError field && field.isBindingFailure();
        return unconverted ? "has the wrong type" : text(error.getDefaultMessage());
    }

    private static String text(@Nullable String message) {
        return Objects.requireNonNullElse(message, "is not valid");
    }

    private static ProblemException problem(List<ProblemError> errors) {
        String detail = errors.size() == 1
                ? errors.getFirst().pointer() + " " + errors.getFirst().detail() + "."
                : "The request has " + errors.size() + " faults; errors lists them.";
        return ProblemException.of(ProblemCode.INVALID_REQUEST, detail.strip()).withErrors(errors);
    }
}
