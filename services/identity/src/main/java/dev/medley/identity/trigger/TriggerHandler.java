package dev.medley.identity.trigger;

/** Answers one trigger. A service needs exactly one for each, or it does not start. */
public interface TriggerHandler {

    /** Which one. */
    Trigger trigger();

    /**
     * Fills in the event's response.
     *
     * @throws dev.medley.web.problem.ProblemException to refuse what the user wants; the pool shows its detail to whoever
     *     called it
     */
    void answer(TriggerEvent event);
}
