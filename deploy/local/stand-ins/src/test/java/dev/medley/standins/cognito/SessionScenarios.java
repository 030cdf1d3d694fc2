package dev.medley.standins.cognito;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GetTokensFromRefreshTokenResponse;

/** What becomes of tokens. */
final class SessionScenarios {

    static final String REFRESHED = "{AuthenticationResult{AccessToken, ExpiresIn, IdToken, TokenType=Bearer}}";
    private static final String REFRESH_REVOKED = "NotAuthorizedException: Refresh Token has been revoked";
    private static final String ACCESS_REVOKED = "NotAuthorizedException: Access Token has been revoked";

    private SessionScenarios() {}

    static List<Scenario> all() {
        return List.of(
                Scenario.of("refresh", REFRESHED, actor -> {
                    String token = actor.session(actor.user()).refreshToken();
                    return Outcomes.of(() -> actor.refresh(token));
                }),
                Scenario.of(
                        "refresh with an invented token",
                        "NotAuthorizedException: Invalid Refresh Token",
                        actor -> Outcomes.of(() -> actor.refresh("something else"))),
                Scenario.of("refresh with a revoked token", "{}; " + REFRESH_REVOKED, actor -> {
                    String token = actor.session(actor.user()).refreshToken();
                    return Outcomes.then(
                            Outcomes.of(() -> actor.client()
                                    .revokeToken(request -> request.clientId(
                                                    actor.target().clientId())
                                            .token(token))),
                            Outcomes.of(() -> actor.refresh(token)));
                }),
                Scenario.of("refresh with the hash of the sub", REFRESHED, actor -> refreshWithHash(actor, true))
                        .needing(Need.CONFIDENTIAL_CLIENT),
                Scenario.of(
                                "refresh with the hash of the address",
                                "NotAuthorizedException: SecretHash does not match for the client: <client>",
                                actor -> refreshWithHash(actor, false))
                        .needing(Need.CONFIDENTIAL_CLIENT),
                Scenario.of("sign out everywhere", "{}; " + ACCESS_REVOKED + "; " + REFRESH_REVOKED, actor -> {
                    AuthenticationResultType session = actor.session(actor.user());
                    return signedOut(
                            actor,
                            session,
                            Outcomes.of(() -> actor.client()
                                    .globalSignOut(request -> request.accessToken(session.accessToken()))));
                }),
                Scenario.of("be signed out everywhere", "{}; " + ACCESS_REVOKED + "; " + REFRESH_REVOKED, actor -> {
                    String email = actor.user();
                    AuthenticationResultType session = actor.session(email);
                    return signedOut(
                            actor,
                            session,
                            Outcomes.of(() -> actor.client()
                                    .adminUserGlobalSignOut(request -> request.userPoolId(
                                                    actor.target().poolId())
                                            .username(email))));
                }),
                Scenario.of("look at oneself", "{UserAttributes[{Name, Value}], Username}", actor -> {
                    String token = actor.session(actor.user()).accessToken();
                    return Outcomes.of(() -> actor.getUser(token));
                }),
                Scenario.of(
                        "look at oneself with no token",
                        "NotAuthorizedException: Invalid Access Token",
                        actor -> Outcomes.of(() -> actor.getUser("nothing"))),
                Scenario.of(
                        "exchange a refresh token that does not rotate",
                        "{AuthenticationResult{AccessToken, ExpiresIn, IdToken, TokenType=Bearer}}",
                        actor -> {
                            String token = actor.session(actor.user()).refreshToken();
                            return Outcomes.of(
                                    () -> exchange(actor, actor.target().clientId(), token));
                        }),
                Scenario.of(
                                "exchange a refresh token that rotates",
                                "{AuthenticationResult{AccessToken, ExpiresIn, IdToken, RefreshToken, TokenType=Bearer}}",
                                actor -> {
                                    String token = rotating(actor);
                                    return Outcomes.of(
                                            () -> exchange(actor, actor.target().rotatingClientId(), token));
                                })
                        .needing(Need.ROTATING_CLIENT),
                Scenario.of("reuse a refresh token after its grace", "RefreshTokenReuseException", actor -> {
                            String client = actor.target().rotatingClientId();
                            String token = rotating(actor);
                            exchange(actor, client, token);
                            actor.target().clock().accept(Duration.ofMinutes(1));
                            // Only the type is known of the real service.
                            return Outcomes.of(() -> exchange(actor, client, token))
                                    .replaceAll(":.*", "");
                        })
                        .needing(Need.ROTATING_CLIENT, Need.CLOCK),
                Scenario.of(
                                "refresh the old way what rotates",
                                "InvalidParameterException: REFRESH_TOKEN_AUTH flow not enabled for this client",
                                actor -> {
                                    String token = rotating(actor);
                                    return Outcomes.of(() -> actor.initiate(
                                            actor.target().rotatingClientId(),
                                            AuthFlowType.REFRESH_TOKEN_AUTH,
                                            Map.of("REFRESH_TOKEN", token)));
                                })
                        .needing(Need.ROTATING_CLIENT));
    }

    private static String signedOut(Actor actor, AuthenticationResultType session, String outcome) {
        return Outcomes.then(
                outcome,
                Outcomes.of(() -> actor.getUser(session.accessToken())),
                Outcomes.of(() -> actor.refresh(session.refreshToken())));
    }

    private static String refreshWithHash(Actor actor, boolean ofSub) {
        String email = actor.user();
        String client = actor.target().confidentialClientId();
        AuthenticationResultType session = actor.initiate(
                        client,
                        AuthFlowType.USER_PASSWORD_AUTH,
                        actor.hashed(email, Map.of("USERNAME", email, "PASSWORD", Actor.PASSWORD)))
                .authenticationResult();
        String sub = actor.client()
                .adminGetUser(
                        request -> request.userPoolId(actor.target().poolId()).username(email))
                .username();
        return Outcomes.of(() -> actor.initiate(
                client,
                AuthFlowType.REFRESH_TOKEN_AUTH,
                actor.hashed(ofSub ? sub : email, Map.of("REFRESH_TOKEN", session.refreshToken()))));
    }

    private static String rotating(Actor actor) {
        String email = actor.user();
        return actor.initiate(
                        actor.target().rotatingClientId(),
                        AuthFlowType.USER_PASSWORD_AUTH,
                        Map.of("USERNAME", email, "PASSWORD", Actor.PASSWORD))
                .authenticationResult()
                .refreshToken();
    }

    private static SdkPojo exchange(Actor actor, String client, String token) {
        GetTokensFromRefreshTokenResponse exchanged = actor.client()
                .getTokensFromRefreshToken(request -> request.clientId(client).refreshToken(token));
        return exchanged;
    }
}
