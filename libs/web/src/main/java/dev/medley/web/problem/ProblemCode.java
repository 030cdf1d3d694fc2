package dev.medley.web.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/**
 * The error catalogue of the platform. A code is stable: clients branch on it, the {@code type} of a problem is made of
 * it, and its status never changes.
 */
public enum ProblemCode {
    INVALID_REQUEST(HttpStatus.BAD_REQUEST, "The request is not valid", false),
    MALFORMED_JSON(HttpStatus.BAD_REQUEST, "The body is not JSON", false),
    INVALID_CURSOR(HttpStatus.BAD_REQUEST, "The cursor does not belong to this listing", false),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "A valid access token is needed", false),
    FORBIDDEN(HttpStatus.FORBIDDEN, "Not allowed", false),
    NOT_FOUND(HttpStatus.NOT_FOUND, "Not found", false),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The method is not supported here", false),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "No representation is acceptable", false),
    CONFLICT(HttpStatus.CONFLICT, "The state of the resource does not allow this", false),
    REQUEST_IN_PROGRESS(HttpStatus.CONFLICT, "The same request is still being handled", true),
    PRECONDITION_FAILED(HttpStatus.PRECONDITION_FAILED, "The resource has changed", false),
    PAYLOAD_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large", false),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The media type is not supported", false),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The idempotency key was used for another request", false),
    PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED, "If-Match is needed", false),
    RATE_LIMITED(HttpStatus.TOO_MANY_REQUESTS, "Too many requests", true),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "Internal error", false),
    NOT_IMPLEMENTED(HttpStatus.NOT_IMPLEMENTED, "Not implemented", false),
    SERVICE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Temporarily unavailable", true),

    INVALID_CREDENTIALS(HttpStatus.UNAUTHORIZED, "The credentials are wrong", false),
    SESSION_EXPIRED(HttpStatus.UNAUTHORIZED, "The session has ended", false),
    ACCOUNT_NOT_CONFIRMED(HttpStatus.FORBIDDEN, "The account is not confirmed", false),
    PASSWORD_RESET_REQUIRED(HttpStatus.FORBIDDEN, "The password must be reset", false),
    REQUEST_BLOCKED(HttpStatus.FORBIDDEN, "The request was blocked", false),
    ACCOUNT_EXISTS(HttpStatus.CONFLICT, "The account exists already", false),
    WEAK_PASSWORD(HttpStatus.UNPROCESSABLE_CONTENT, "The password is too weak", false),
    CODE_INVALID(HttpStatus.UNPROCESSABLE_CONTENT, "The code is wrong", false),
    CODE_EXPIRED(HttpStatus.UNPROCESSABLE_CONTENT, "The code has expired", false),
    SIGNUP_REJECTED(HttpStatus.UNPROCESSABLE_CONTENT, "The sign-up was rejected", false),
    TOO_MANY_ATTEMPTS(HttpStatus.TOO_MANY_REQUESTS, "Too many attempts", true),
    DELIVERY_FAILED(HttpStatus.BAD_GATEWAY, "The message could not be delivered", true),
    IDENTITY_PROVIDER_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "Sign-in is temporarily unavailable", true),

    UNSUPPORTED_IMAGE_TYPE(HttpStatus.BAD_REQUEST, "The image type is not supported", false),
    IMAGE_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The image is too large", false);

    /** For each status its first, most general code. */
    private static final Map<Integer, ProblemCode> GENERAL = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(ProblemCode::status, Function.identity(), (first, _) -> first));

    private final HttpStatus status;
    private final String title;
    private final boolean retryable;

    ProblemCode(HttpStatus status, String title, boolean retryable) {
        this.status = status;
        this.title = title;
        this.retryable = retryable;
    }

    /** The code as clients see it, kebab-case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status of every answer with this code. */
    public int status() {
        return status.value();
    }

    /** What the code means, the same in every answer. */
    public String title() {
        return title;
    }

    /** Whether the same request can succeed later without a change. */
    public boolean retryable() {
        return retryable;
    }

    /**
     * The general code for a status that something else decided on. A status outside the catalogue is answered as the
     * nearest one in it: {@link #INVALID_REQUEST} below 500, {@link #INTERNAL_ERROR} above.
     *
     * @param status an HTTP error status
     */
    public static ProblemCode ofStatus(int status) {
        return GENERAL.getOrDefault(status, status < 500 ? INVALID_REQUEST : INTERNAL_ERROR);
    }
}
