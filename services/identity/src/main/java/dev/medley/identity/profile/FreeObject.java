package dev.medley.identity.profile;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A JSON object of the client's own making that the database can hold: at most 8192 bytes, every text well-formed. */
@Documented
@Constraint(validatedBy = FreeObjectValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface FreeObject {

    /** What to say otherwise. */
    String message() default "must be at most 8192 bytes of JSON without NUL and incomplete characters";

    /** As every constraint has it. */
    Class<?>[] groups() default {};

    /** As every constraint has it. */
    Class<? extends Payload>[] payload() default {};
}
