package dev.medley.standins.cognito;

import static dev.medley.standins.cognito.Refusals.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnauthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UnsupportedTokenTypeException;

@ExtendWith(PoolExtension.class)
class RevocationIT {

    private final PoolFixture pool;

    RevocationIT(PoolFixture pool) {
        this.pool = pool;
    }

    @Test
    void aGlobalSignOutEndsEverySession() {
        String email = pool.confirmedUser();
        AuthenticationResultType phone = pool.signIn(email);
        AuthenticationResultType laptop = pool.signIn(email);

        pool.client().globalSignOut(request -> request.accessToken(phone.accessToken()));

        for (AuthenticationResultType session : new AuthenticationResultType[] {phone, laptop}) {
            assertRevoked(session);
        }
        assertRefusal(
                NotAuthorizedException.class,
                "Access Token has been revoked",
                () -> pool.client().globalSignOut(request -> request.accessToken(phone.accessToken())));
        assertThat(self(pool.signIn(email).accessToken())).isNotEmpty();
    }

    @Test
    void aRevokedRefreshTokenEndsOneSessionWithAllItsAccessTokens() {
        String email = pool.confirmedUser();
        AuthenticationResultType phone = pool.signIn(email);
        AuthenticationResultType refreshed = pool.refresh(phone.refreshToken());
        AuthenticationResultType laptop = pool.signIn(email);

        revoke(phone.refreshToken());
        revoke(phone.refreshToken());

        assertRevoked(phone);
        assertRefusal(
                NotAuthorizedException.class, "Access Token has been revoked", () -> self(refreshed.accessToken()));
        assertThat(self(laptop.accessToken())).isNotEmpty();
        assertThat(pool.refresh(laptop.refreshToken()).accessToken()).isNotEmpty();
    }

    @Test
    void onlyRefreshTokensOfTheSameClientCanBeRevoked() {
        AuthenticationResultType session = pool.signIn(pool.confirmedUser());

        for (String token : new String[] {session.accessToken(), session.idToken(), "something else"}) {
            assertRefusal(
                    UnsupportedTokenTypeException.class, "Only refresh tokens can be revoked", () -> revoke(token));
        }
        assertRefusal(
                UnauthorizedException.class,
                "Token was issued to another client",
                () -> pool.client()
                        .revokeToken(request -> request.clientId(pool.standIn().clientId())
                                .clientSecret(pool.standIn().clientSecret())
                                .token(session.refreshToken())));
        assertRefusal(
                UnauthorizedException.class,
                "Invalid client",
                () -> pool.client()
                        .revokeToken(request ->
                                request.clientId(pool.standIn().clientId()).token(session.refreshToken())));
        assertThat(pool.refresh(session.refreshToken()).accessToken()).isNotEmpty();
    }

    @Test
    void aRefreshTokenExpiresAfterThirtyDays() {
        AuthenticationResultType session = pool.signIn(pool.confirmedUser());
        pool.clock().advance(Duration.ofDays(30).minusSeconds(1));
        assertThat(pool.refresh(session.refreshToken()).accessToken()).isNotEmpty();
        pool.clock().advance(Duration.ofSeconds(1));

        assertRefusal(
                NotAuthorizedException.class, "Refresh Token has expired", () -> pool.refresh(session.refreshToken()));
    }

    @Test
    void anInventedRefreshTokenIsInvalid() {
        assertRefusal(NotAuthorizedException.class, "Invalid Refresh Token", () -> pool.refresh("something else"));
    }

    @Test
    void theConfidentialClientRefreshesWithTheHashOfTheSub() {
        String email = pool.confirmedUser();
        String client = pool.standIn().clientId();
        AuthenticationResultType session = initiate(
                AuthFlowType.USER_PASSWORD_AUTH,
                Map.of("USERNAME", email, "PASSWORD", PoolFixture.PASSWORD, "SECRET_HASH", pool.secretHash(email)));
        String sub = self(session.accessToken());

        assertRefusal(
                NotAuthorizedException.class,
                "Client " + client + " is configured with secret but SECRET_HASH was not received",
                () -> refreshWith(Map.of("REFRESH_TOKEN", session.refreshToken())));
        assertRefusal(
                NotAuthorizedException.class,
                "SecretHash does not match for the client: " + client,
                () -> refreshWith(
                        Map.of("REFRESH_TOKEN", session.refreshToken(), "SECRET_HASH", pool.secretHash(email))));
        assertThat(refreshWith(Map.of("REFRESH_TOKEN", session.refreshToken(), "SECRET_HASH", pool.secretHash(sub)))
                        .accessToken())
                .isNotEmpty();
        assertRefusal(
                NotAuthorizedException.class, "Invalid Refresh Token", () -> pool.refresh(session.refreshToken()));
    }

    private void assertRevoked(AuthenticationResultType session) {
        assertRefusal(NotAuthorizedException.class, "Access Token has been revoked", () -> self(session.accessToken()));
        assertRefusal(
                NotAuthorizedException.class,
                "Refresh Token has been revoked",
                () -> pool.refresh(session.refreshToken()));
    }

    private AuthenticationResultType refreshWith(Map<String, String> parameters) {
        return initiate(AuthFlowType.REFRESH_TOKEN_AUTH, parameters);
    }

    private AuthenticationResultType initiate(AuthFlowType flow, Map<String, String> parameters) {
        return pool.client()
                .initiateAuth(request -> request.clientId(pool.standIn().clientId())
                        .authFlow(flow)
                        .authParameters(parameters))
                .authenticationResult();
    }

    private String self(String accessToken) {
        return pool.client()
                .getUser(request -> request.accessToken(accessToken))
                .username();
    }

    private void revoke(String token) {
        pool.client()
                .revokeToken(request ->
                        request.clientId(pool.standIn().publicClientId()).token(token));
    }
}
