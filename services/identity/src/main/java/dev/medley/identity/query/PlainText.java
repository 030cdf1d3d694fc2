package dev.medley.identity.query;

/** What a text of one line may hold: everything but control characters and halves of characters, which no column takes. */
public final class PlainText {

    /** For {@link jakarta.validation.constraints.Pattern}. */
    public static final String PATTERN = "[^\\p{Cntrl}\\p{Cs}]*";

    /** What to say otherwise. */
    public static final String MESSAGE = "must not hold control characters";

    private PlainText() {}
}
