package dev.medley.bridge;

import java.util.List;

/** What becomes of a sign-up or sign-in when the service does not answer its trigger. */
enum FailurePolicy {
    /** The pool goes on as if there were no trigger; what is missing is made up for later. */
    OPEN,
    /** The pool refuses: a rule that cannot be asked must not be skipped. */
    CLOSED;

    private static final List<String> OPEN_TRIGGERS = List.of("PostConfirmation_", "CustomMessage_");

    /**
     * The policy of a trigger; closed for those that this class does not know.
     *
     * @param triggerSource as the event has it; empty when it has none
     */
    static FailurePolicy of(String triggerSource) {
        return OPEN_TRIGGERS.stream().anyMatch(triggerSource::startsWith) ? OPEN : CLOSED;
    }
}
