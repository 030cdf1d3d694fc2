package dev.medley.standins.cognito;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * GetTokensFromRefreshToken. A client that rotates gets a new refresh token each time, good for what is left of the first
 * one's time; the old one may be repeated for the grace period of the client, then it is {@code
 * RefreshTokenReuseException}. Reuse is refused, the session goes on: the
 * <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-refresh-token.html">
 * developer guide</a> tells of no more. Other clients get what REFRESH_TOKEN_AUTH gives.
 */
final class TokenExchange implements OperationGroup {

    private final AppClients clients;
    private final TokenRefresher refresher;
    private final Sessions sessions;
    private final TokenIssuer tokens;
    private final InstantSource clock;

    TokenExchange(
            AppClients clients, TokenRefresher refresher, Sessions sessions, TokenIssuer tokens, InstantSource clock) {
        this.clients = clients;
        this.refresher = refresher;
        this.sessions = sessions;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.open("GetTokensFromRefreshToken", this::exchange));
    }

    private Exchanged exchange(Input input) {
        String refreshToken = input.text("RefreshToken");
        AppClient client = clients.require(input);
        client.checkSecret(input.optionalText("ClientSecret"));
        Sessions.Presented presented = sessions.findForExchange(refreshToken)
                .filter(found -> found.session().clientId().equals(client.id()))
                .orElseThrow(TokenRefresher::invalid);
        User user = refresher.owner(presented.session());
        refresher.requireUsable(presented.session(), user);
        Duration grace = client.rotationGrace();
        if (grace == null) {
            return new Exchanged(tokens.reissue(user, presented.session()));
        }
        if (presented.replacedAt() == null) {
            sessions.replace(refreshToken);
        } else if (!clock.instant().isBefore(presented.replacedAt().plus(grace))) {
            throw new CognitoError(
                    ErrorType.REFRESH_TOKEN_REUSE, "Refresh Token has been rotated and cannot be reused");
        }
        return new Exchanged(tokens.issue(user, sessions.renew(presented.session())));
    }

    private record Exchanged(AuthenticationResult authenticationResult) {}
}
