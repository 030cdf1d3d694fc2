package dev.medley.web.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Renders what Spring MVC itself refuses, and the catalogue's own exceptions. Anything else passes on to
 * {@link UnexpectedErrorFilter}, so that a service's advice for its own exceptions is never hidden by this one.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class MvcProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(MvcProblemAdvice.class);

    private final Problems problems;
    private final UnreadableBody unreadableBody;

    MvcProblemAdvice(Problems problems, UnreadableBody unreadableBody) {
        this.problems = problems;
        this.unreadableBody = unreadableBody;
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> problem(ProblemException exception, WebRequest request) {
        return handleExceptionInternal(
                exception,
                null,
                HttpHeaders.EMPTY,
                HttpStatusCode.valueOf(exception.code().status()),
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest webRequest) {
        ServletWebRequest request = (ServletWebRequest) webRequest;
        if (request.getResponse() != null && request.getResponse().isCommitted()) {
            return super.handleExceptionInternal(exception, body, headers, status, webRequest);
        }
        ProblemException problem = explain(exception, status);
        if (problem.code().status() >= 500) {
            LOG.error("request failed: {}", problem.code().code(), exception);
        }
        ResponseEntity<Problem> answer = problems.answer(problem, headers, request.getRequest());
        return new ResponseEntity<>(answer.getBody(), answer.getHeaders(), answer.getStatusCode());
    }

    private ProblemException explain(Exception exception, HttpStatusCode status) {
        return switch (exception) {
            case ProblemException e -> e;
            case HttpMessageNotReadableException e -> unreadableBody.explain(e);
            case MethodArgumentNotValidException e -> InvalidFields.of(e);
            case HandlerMethodValidationException e when !e.isForReturnValue() -> InvalidFields.of(e);
            case MethodArgumentTypeMismatchException e ->
                invalid(
                        Pointers.of(e.getParameter(), e.getName()),
                        "must be " + Expected.of(e.getRequiredType(), Object::toString));
            case TypeMismatchException e
            when status.is4xxClientError() ->
                ofStatus(status, "A value has the wrong type.").causedBy(e);
            case MissingServletRequestParameterException e ->
                invalid(Pointers.query(e.getParameterName()), "is required");
            case MissingRequestHeaderException e -> invalid(Pointers.header(e.getHeaderName()), "is required");
            case HttpRequestMethodNotSupportedException e ->
                ofStatus(status, "%s is not supported here; Allow lists what is.".formatted(e.getMethod()));
            case ResponseStatusException e -> ofStatus(status, e.getReason());
            case ErrorResponseException e -> ofStatus(status, e.getBody().getDetail());
            default -> ofStatus(status, null);
        };
    }

    private static ProblemException invalid(String pointer, String detail) {
        return ProblemException.of(ProblemCode.INVALID_REQUEST, pointer + " " + detail + ".")
                .withErrors(List.of(new ProblemError(pointer, detail)));
    }

    /** The reason is meant for the caller only when the fault is the caller's. */
    private static ProblemException ofStatus(HttpStatusCode status, @Nullable String reason) {
        ProblemCode code = ProblemCode.ofStatus(status.value());
        if (reason == null || reason.isBlank() || status.is5xxServerError()) {
            return ProblemException.of(code, StandardDetails.of(code));
        }
        return ProblemException.of(code, reason);
    }
}
