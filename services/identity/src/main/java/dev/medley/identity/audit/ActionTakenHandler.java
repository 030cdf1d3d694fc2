package dev.medley.identity.audit;

import dev.medley.contracts.ActionTaken;
import dev.medley.contracts.Envelope;
import dev.medley.messaging.EventHandler;
import dev.medley.messaging.NonRetryableMessageException;
import dev.medley.web.logging.RequestOrigin;
import java.util.Arrays;
import org.springframework.stereotype.Component;

/** Writes down what other services tell of. */
@Component
class ActionTakenHandler implements EventHandler<ActionTaken> {

    private final AuditLog log;

    ActionTakenHandler(AuditLog log) {
        this.log = log;
    }

    @Override
    public Class<ActionTaken> eventType() {
        return ActionTaken.class;
    }

    @Override
    public void handle(Envelope<ActionTaken> event) {
        ActionTaken taken = event.data();
        AuditAction action = Arrays.stream(AuditAction.values())
                .filter(known -> known.name().equals(taken.action()))
                .findFirst()
                .orElseThrow(() -> new NonRetryableMessageException(
                        "unknown-action", "The audit log knows no action %s.".formatted(taken.action())));
        RequestOrigin origin = new RequestOrigin(taken.clientAddress(), taken.requestId());
        log.recordElsewhere(action, taken.actorId(), taken.resource(), origin, taken.takenAt());
    }
}
