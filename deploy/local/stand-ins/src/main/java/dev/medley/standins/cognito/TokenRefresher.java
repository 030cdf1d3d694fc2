package dev.medley.standins.cognito;

import java.time.InstantSource;

/** Mints new access and id tokens for a refresh token. */
final class TokenRefresher {

    private final Sessions sessions;
    private final Users users;
    private final TokenIssuer tokens;
    private final InstantSource clock;

    TokenRefresher(Sessions sessions, Users users, TokenIssuer tokens, InstantSource clock) {
        this.sessions = sessions;
        this.users = users;
        this.tokens = tokens;
        this.clock = clock;
    }

    AuthOutcome refresh(AppClient client, AuthParameters parameters) {
        String refreshToken = parameters.require("REFRESH_TOKEN");
        client.requireSecretHash(parameters.secretHash());
        SignInSession session = sessions.findByRefreshToken(refreshToken)
                .filter(found -> found.clientId().equals(client.id()))
                .orElseThrow(TokenRefresher::invalid);
        User user = owner(session);
        client.checkSecretHashOfRefresh(user, parameters.secretHash());
        requireUsable(session, user);
        return AuthOutcome.tokens(tokens.reissue(user, session));
    }

    User owner(SignInSession session) {
        return users.find(session.username()).orElseThrow(TokenRefresher::invalid);
    }

    void requireUsable(SignInSession session, User user) {
        if (!user.enabled()) {
            throw CognitoError.userDisabled();
        }
        if (session.revoked()) {
            throw CognitoError.notAuthorized("Refresh Token has been revoked");
        }
        if (!clock.instant().isBefore(session.expiresAt())) {
            throw CognitoError.notAuthorized("Refresh Token has expired");
        }
    }

    static CognitoError invalid() {
        return CognitoError.notAuthorized("Invalid Refresh Token");
    }
}
