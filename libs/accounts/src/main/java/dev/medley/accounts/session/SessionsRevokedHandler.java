package dev.medley.accounts.session;

import dev.medley.contracts.Envelope;
import dev.medley.contracts.UserSessionsRevoked;
import dev.medley.messaging.EventHandler;

/** Takes revocations over from identity. */
final class SessionsRevokedHandler implements EventHandler<UserSessionsRevoked> {

    private final RevokedSessions sessions;

    SessionsRevokedHandler(RevokedSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Class<UserSessionsRevoked> eventType() {
        return UserSessionsRevoked.class;
    }

    @Override
    public void handle(Envelope<UserSessionsRevoked> event) {
        sessions.revoke(event.data().userId(), event.data().revokedAt());
    }
}
