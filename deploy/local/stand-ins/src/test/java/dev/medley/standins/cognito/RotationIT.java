package dev.medley.standins.cognito;

import static dev.medley.standins.cognito.Refusals.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RefreshTokenReuseException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;

@ExtendWith(PoolExtension.class)
class RotationIT {

    private static final String REUSED = "Refresh Token has been rotated and cannot be reused";

    private final PoolFixture pool;
    private final String rotating;

    RotationIT(PoolFixture pool) {
        this.pool = pool;
        this.rotating = pool.standIn().rotatingClientId();
    }

    @Test
    void eachExchangeGivesANewRefreshToken() {
        AuthenticationResultType first = signIn();

        AuthenticationResultType second = exchange(first.refreshToken());
        AuthenticationResultType third = exchange(second.refreshToken());

        assertThat(third.refreshToken()).isNotIn(first.refreshToken(), second.refreshToken());
        assertThat(pool.client()
                        .getUser(request -> request.accessToken(third.accessToken()))
                        .username())
                .isNotEmpty();
    }

    @Test
    void aReplacedTokenIsGoodForTenSecondsAndThenReuse() {
        AuthenticationResultType first = signIn();
        AuthenticationResultType second = exchange(first.refreshToken());
        pool.clock().advance(Duration.ofSeconds(10).minusMillis(1));

        AuthenticationResultType repeated = exchange(first.refreshToken());
        assertThat(repeated.refreshToken()).isNotEqualTo(second.refreshToken());

        pool.clock().advance(Duration.ofMillis(1));
        assertRefusal(RefreshTokenReuseException.class, REUSED, () -> exchange(first.refreshToken()));
        assertThat(exchange(second.refreshToken()).accessToken()).isNotEmpty();
        assertThat(exchange(repeated.refreshToken()).accessToken()).isNotEmpty();
    }

    @Test
    void aNewTokenHasWhatIsLeftOfTheFirstOnesTime() {
        AuthenticationResultType first = signIn();
        pool.clock().advance(Duration.ofDays(29));
        AuthenticationResultType second = exchange(first.refreshToken());
        pool.clock().advance(Duration.ofDays(1));

        assertRefusal(NotAuthorizedException.class, "Refresh Token has expired", () -> exchange(second.refreshToken()));
    }

    @Test
    void anyTokenOfASessionEndsIt() {
        AuthenticationResultType first = signIn();
        AuthenticationResultType second = exchange(first.refreshToken());

        pool.client().revokeToken(request -> request.clientId(rotating).token(first.refreshToken()));

        assertRefusal(
                NotAuthorizedException.class, "Refresh Token has been revoked", () -> exchange(second.refreshToken()));
    }

    @Test
    void parallelExchangesAreAllRetriesOfOne() throws Exception {
        String refreshToken = signIn().refreshToken();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var exchanges = IntStream.range(0, 8)
                    .<Callable<String>>mapToObj(
                            _ -> () -> exchange(refreshToken).refreshToken())
                    .toList();
            assertThat(threads.invokeAll(exchanges).stream().map(Future::resultNow))
                    .doesNotHaveDuplicates()
                    .hasSize(8);
        }

        pool.clock().advance(Duration.ofSeconds(10));
        assertRefusal(RefreshTokenReuseException.class, REUSED, () -> exchange(refreshToken));
    }

    @Test
    void aRotatingClientCannotRefreshTheOldWay() {
        String refreshToken = signIn().refreshToken();

        assertRefusal(
                InvalidParameterException.class,
                "REFRESH_TOKEN_AUTH flow not enabled for this client",
                () -> pool.client()
                        .initiateAuth(request -> request.clientId(rotating)
                                .authFlow(AuthFlowType.REFRESH_TOKEN_AUTH)
                                .authParameters(Map.of("REFRESH_TOKEN", refreshToken))));
        UserPoolClientType described = pool.client()
                .describeUserPoolClient(request ->
                        request.userPoolId(pool.standIn().userPoolId()).clientId(rotating))
                .userPoolClient();
        assertThat(described.explicitAuthFlows()).doesNotContain(ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH);
        assertThat(described.refreshTokenRotation().retryGracePeriodSeconds()).isEqualTo(10);
    }

    @Test
    void aClientThatDoesNotRotateKeepsItsToken() {
        String email = pool.confirmedUser();
        String client = pool.standIn().clientId();
        String refreshToken = signIn(
                        client,
                        Map.of(
                                "USERNAME",
                                email,
                                "PASSWORD",
                                PoolFixture.PASSWORD,
                                "SECRET_HASH",
                                pool.secretHash(email)))
                .refreshToken();

        AuthenticationResultType exchanged =
                exchange(client, refreshToken, pool.standIn().clientSecret());

        assertThat(exchanged.accessToken()).isNotEmpty();
        assertThat(exchanged.refreshToken()).isNull();
        assertRefusal(
                NotAuthorizedException.class,
                "Unable to verify secret hash for client " + client,
                () -> exchange(client, refreshToken, pool.secretHash(email)));
        assertRefusal(
                NotAuthorizedException.class,
                "Client " + client + " is configured with secret but SECRET_HASH was not received",
                () -> exchange(client, refreshToken, null));
        assertRefusal(NotAuthorizedException.class, "Invalid Refresh Token", () -> exchange(refreshToken));
        assertRefusal(NotAuthorizedException.class, "Invalid Refresh Token", () -> exchange("something else"));
    }

    private AuthenticationResultType signIn() {
        String email = pool.confirmedUser();
        return signIn(rotating, Map.of("USERNAME", email, "PASSWORD", PoolFixture.PASSWORD));
    }

    private AuthenticationResultType signIn(String client, Map<String, String> parameters) {
        return pool.client()
                .initiateAuth(request -> request.clientId(client)
                        .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                        .authParameters(parameters))
                .authenticationResult();
    }

    private AuthenticationResultType exchange(String refreshToken) {
        return exchange(rotating, refreshToken, null);
    }

    private AuthenticationResultType exchange(String client, String refreshToken, @Nullable String secret) {
        return pool.client()
                .getTokensFromRefreshToken(
                        request -> request.clientId(client).clientSecret(secret).refreshToken(refreshToken))
                .authenticationResult();
    }
}
