package dev.medley.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the event that a record carries, as written in {@link Envelope#type()} and in {@code deploy/queues.yaml}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

    /** {@code <subject>.<past participle>}, for example {@code user.confirmed}. */
    String value();
}
