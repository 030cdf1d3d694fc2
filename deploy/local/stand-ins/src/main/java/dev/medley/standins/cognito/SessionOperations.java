package dev.medley.standins.cognito;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends sessions. */
final class SessionOperations implements OperationGroup {

    private final AppClients clients;
    private final AccessTokens accessTokens;
    private final Sessions sessions;

    SessionOperations(AppClients clients, AccessTokens accessTokens, Sessions sessions) {
        this.clients = clients;
        this.accessTokens = accessTokens;
        this.sessions = sessions;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.open("GlobalSignOut", this::signOut), Operation.open("RevokeToken", this::revoke));
    }

    private Object signOut(Input input) {
        sessions.revokeAllOf(accessTokens.bearer(input.text("AccessToken")));
        return Map.of();
    }

    /** The only operation here that takes the client's secret itself; its errors are {@code UnauthorizedException}. */
    private Object revoke(Input input) {
        String token = input.text("Token");
        AppClient client = clients.find(input.text("ClientId"))
                .filter(found -> found.accepts(input.optionalText("ClientSecret")))
                .orElseThrow(() -> unauthorized("Invalid client"));
        @Nullable SignInSession session = sessions.findByRefreshToken(token).orElse(null);
        if (session == null) {
            throw new CognitoError(ErrorType.UNSUPPORTED_TOKEN_TYPE, "Only refresh tokens can be revoked");
        }
        if (!session.clientId().equals(client.id())) {
            throw unauthorized("Token was issued to another client");
        }
        sessions.revoke(session);
        return Map.of();
    }

    private static CognitoError unauthorized(String message) {
        return new CognitoError(ErrorType.UNAUTHORIZED, message);
    }
}
