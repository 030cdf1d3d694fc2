package dev.medley.identity.account;

import dev.medley.contracts.Envelope;
import dev.medley.contracts.UserErased;
import dev.medley.messaging.EventHandler;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Notes that a service has erased an account. */
@Component
class UserErasedHandler implements EventHandler<UserErased> {

    private final Erasures erasures;

    UserErasedHandler(Erasures erasures) {
        this.erasures = erasures;
    }

    @Override
    public Class<UserErased> eventType() {
        return UserErased.class;
    }

    @Override
    public void handle(Envelope<UserErased> event) {
        UserErased erased = event.data();
        erasures.finish(UUID.fromString(erased.erasureId()), erased.service(), erased.erasedAt());
    }
}
