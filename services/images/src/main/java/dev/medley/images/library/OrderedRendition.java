package dev.medley.images.library;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * A rendition that was asked for and is not made yet.
 *
 * @param name that it will have
 * @param status how it stands
 * @param reason stable code of what is wrong with a failed one; {@code rendition-too-large} when it and the picture
 *     together would take more memory than there is
 */
@Embeddable
public record OrderedRendition(
        String name,

        @Enumerated(EnumType.STRING) Status status,

        @Nullable String reason) {

    /** How an order stands. */
    public enum Status {
        /** Waits. */
        ORDERED,
        /** Is being made. */
        RENDERING,
        /** Will not be made; the platform is at fault if the reason is {@code processing-failed}. */
        FAILED
    }

    /** Whether it is still to be made. */
    public boolean awaitsMaking() {
        return status != Status.FAILED;
    }
}
