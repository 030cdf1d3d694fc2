package dev.medley.web.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Honours {@code Idempotency-Key} (draft-ietf-httpapi-idempotency-key-header) on a controller method: the method runs in
 * one transaction with the record of its answer, and a repeat under the same key gets that answer, marked
 * {@code Idempotency-Replayed: true}, for 24 hours.
 *
 * <p>The method must return a {@code ResponseEntity} whose body, if any, is written as JSON. The answer is stored: leave
 * this off where it holds a secret, such as tokens. Only effects in the service's own database belong to the transaction;
 * send messages through the outbox.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Idempotent {

    /** Whether a request without the header is refused. */
    boolean required() default false;
}
