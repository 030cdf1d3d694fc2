package dev.medley.standins.cognito;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes the pool and its clients. */
final class PoolOperations implements OperationGroup {

    private static final String SECONDS = "seconds";

    private final UserPool pool;
    private final AppClients clients;
    private final Users users;
    private final CognitoSettings settings;

    PoolOperations(UserPool pool, AppClients clients, Users users, CognitoSettings settings) {
        this.pool = pool;
        this.clients = clients;
        this.users = users;
        this.settings = settings;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.signed("ListUserPools", this::listPools),
                Operation.signed("DescribeUserPool", this::describePool),
                Operation.signed("DescribeUserPoolClient", this::describeClient));
    }

    private PoolPage listPools(Input input) {
        input.optionalInteger("MaxResults", 1, Paging.LARGEST);
        long created = pool.createdAt().getEpochSecond();
        return new PoolPage(List.of(new PoolSummary(pool.id(), pool.name(), created, created)));
    }

    private DescribedPool describePool(Input input) {
        pool.require(input);
        long created = pool.createdAt().getEpochSecond();
        return new DescribedPool(new PoolType(
                pool.id(),
                pool.name(),
                pool.arn(),
                Map.of("PasswordPolicy", PasswordPolicy.STRICT),
                List.of("email"),
                List.of("email"),
                Map.of("CaseSensitive", false),
                "OFF",
                users.count(),
                created,
                created));
    }

    private DescribedClient describeClient(Input input) {
        pool.require(input);
        AppClient client = clients.require(input);
        long created = client.createdAt().getEpochSecond();
        return new DescribedClient(new ClientType(
                client.id(),
                client.name(),
                client.secret(),
                pool.id(),
                client.authFlows(),
                settings.accessTokenLifetime().toSeconds(),
                settings.idTokenLifetime().toSeconds(),
                settings.refreshTokenLifetime().toSeconds(),
                Map.of("AccessToken", SECONDS, "IdToken", SECONDS, "RefreshToken", SECONDS),
                AuthChallenges.LIFETIME.toMinutes(),
                "ENABLED",
                true,
                Rotation.of(client),
                created,
                created));
    }

    private record PoolPage(List<PoolSummary> userPools) {}

    private record PoolSummary(String id, String name, long creationDate, long lastModifiedDate) {}

    private record DescribedPool(PoolType userPool) {}

    private record PoolType(
            String id,
            String name,
            String arn,
            Map<String, PasswordPolicy> policies,
            List<String> usernameAttributes,
            List<String> autoVerifiedAttributes,
            Map<String, Boolean> usernameConfiguration,
            String mfaConfiguration,
            long estimatedNumberOfUsers,
            long creationDate,
            long lastModifiedDate) {}

    private record DescribedClient(ClientType userPoolClient) {}

    private record ClientType(
            String clientId,
            String clientName,
            @Nullable String clientSecret,
            String userPoolId,
            List<String> explicitAuthFlows,
            long accessTokenValidity,
            long idTokenValidity,
            long refreshTokenValidity,
            Map<String, String> tokenValidityUnits,
            long authSessionValidity,
            String preventUserExistenceErrors,
            boolean enableTokenRevocation,
            @Nullable Rotation refreshTokenRotation,
            long creationDate,
            long lastModifiedDate) {}

    private record Rotation(String feature, long retryGracePeriodSeconds) {

        static @Nullable Rotation of(AppClient client) {
            Duration grace = client.rotationGrace();
            return grace == null ? null : new Rotation("ENABLED", grace.toSeconds());
        }
    }
}
