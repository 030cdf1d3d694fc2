package dev.medley.accounts.personaldata;

import dev.medley.contracts.Envelope;
import dev.medley.contracts.UserDeleted;
import dev.medley.contracts.UserErased;
import dev.medley.messaging.EventHandler;
import dev.medley.messaging.outbox.Outbox;
import java.time.InstantSource;
import java.util.List;

/** Erases a user in this service and says so. */
final class UserDeletedHandler implements EventHandler<UserDeleted> {

    private final List<PersonalData> parts;
    private final Outbox outbox;
    private final InstantSource clock;
    private final String service;

    UserDeletedHandler(List<PersonalData> parts, Outbox outbox, InstantSource clock, String service) {
        this.parts = List.copyOf(parts);
        this.outbox = outbox;
        this.clock = clock;
        this.service = service;
    }

    @Override
    public Class<UserDeleted> eventType() {
        return UserDeleted.class;
    }

    @Override
    public void handle(Envelope<UserDeleted> event) {
        UserDeleted deleted = event.data();
        parts.forEach(part -> part.erase(deleted.userId()));
        outbox.publish(deleted.erasureId(), new UserErased(deleted.erasureId(), service, clock.instant()));
    }
}
