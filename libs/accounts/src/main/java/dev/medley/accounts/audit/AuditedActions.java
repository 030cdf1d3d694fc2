package dev.medley.accounts.audit;

import dev.medley.contracts.ActionTaken;
import dev.medley.messaging.outbox.Outbox;
import dev.medley.web.logging.RequestOrigin;
import java.time.InstantSource;

/** Tells the audit log of security-relevant actions. */
public final class AuditedActions {

    private final Outbox outbox;
    private final InstantSource clock;

    AuditedActions(Outbox outbox, InstantSource clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Tells of an action in the caller's transaction, so exactly if it happens. Where it came from is read from the request
     * that the thread serves.
     *
     * @param action one that the log knows
     * @param actorId who does it, Cognito {@code sub}
     * @param resource on what, a path as the service's API has it
     */
    public void taken(String action, String actorId, String resource) {
        RequestOrigin origin = RequestOrigin.current();
        outbox.publish(
                actorId,
                new ActionTaken(
                        action, actorId, resource, origin.clientAddress(), origin.requestId(), clock.instant()));
    }
}
