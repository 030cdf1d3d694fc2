package dev.medley.bridge;

/** Ends a trigger with an error. The user pool shows the message to its caller, so it never tells anything internal. */
public final class TriggerRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TriggerRefusedException(String message) {
        // Lambda would log the stack of what is an answer and no fault.
        super(message, null, false, false);
    }
}
