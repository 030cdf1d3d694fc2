package dev.medley.accounts.personaldata;

import dev.medley.contracts.Envelope;
import dev.medley.contracts.UserDeleted;
import dev.medley.contracts.UserErased;
import dev.medley.messaging.EventHandler;
import dev.medley.messaging.inbox.Inbox;
import dev.medley.messaging.outbox.Outbox;
import java.time.InstantSource;
import java.util.List;

/**
 * Erases a user in this service and says so: rows first, then objects without holding a connection, then the answer. Rows
 * and answer are marked in the inbox one by one, so that a delivery goes on where an earlier one has failed.
 */
final class UserDeletedHandler implements EventHandler<UserDeleted> {

    /** The bean's name, as for handlers whose event is marked by the library. */
    private static final String ANSWER = "personalDataEraser";

    private static final String ROWS = ANSWER + ".rows";

    private final List<PersonalData> parts;
    private final Inbox inbox;
    private final Outbox outbox;
    private final InstantSource clock;
    private final String service;

    UserDeletedHandler(List<PersonalData> parts, Inbox inbox, Outbox outbox, InstantSource clock, String service) {
        this.parts = List.copyOf(parts);
        this.inbox = inbox;
        this.outbox = outbox;
        this.clock = clock;
        this.service = service;
    }

    @Override
    public Class<UserDeleted> eventType() {
        return UserDeleted.class;
    }

    @Override
    public boolean isTransactional() {
        return false;
    }

    @Override
    public void handle(Envelope<UserDeleted> event) {
        UserDeleted deleted = event.data();
        String eventId = event.id().toString();
        inbox.once(ROWS, eventId, () -> parts.forEach(part -> part.erase(deleted.userId())));
        parts.forEach(part -> part.eraseObjects(deleted.userId()));
        inbox.once(
                ANSWER,
                eventId,
                () -> outbox.publish(
                        deleted.erasureId(), new UserErased(deleted.erasureId(), service, clock.instant())));
    }
}
