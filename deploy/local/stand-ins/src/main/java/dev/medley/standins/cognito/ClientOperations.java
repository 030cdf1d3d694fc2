package dev.medley.standins.cognito;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Describes the clients of the pool. */
final class ClientOperations implements OperationGroup {

    private static final String SECONDS = "seconds";

    private final UserPool pool;
    private final AppClients clients;
    private final CognitoSettings settings;

    ClientOperations(UserPool pool, AppClients clients, CognitoSettings settings) {
        this.pool = pool;
        this.clients = clients;
        this.settings = settings;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.signed("ListUserPoolClients", this::listClients),
                Operation.signed("DescribeUserPoolClient", this::describeClient));
    }

    private ClientPage listClients(Input input) {
        pool.require(input);
        int limit = Paging.limit(input, "MaxResults");
        Paging<AppClient> page =
                Paging.cut(clients.list(Paging.after(input, "NextToken", ""), limit + 1), limit, AppClient::id);
        return new ClientPage(
                page.rows().stream()
                        .map(client -> new ClientSummary(client.id(), pool.id(), client.name()))
                        .toList(),
                page.token());
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
                client.service() ? List.of("client_credentials") : List.of(),
                client.scopes(),
                client.service(),
                created,
                created));
    }

    private record ClientPage(
            List<ClientSummary> userPoolClients, @Nullable String nextToken) {}

    private record ClientSummary(String clientId, String userPoolId, String clientName) {}

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
            @JsonProperty("AllowedOAuthFlows") List<String> oauthFlows,
            @JsonProperty("AllowedOAuthScopes") List<String> oauthScopes,
            @JsonProperty("AllowedOAuthFlowsUserPoolClient") boolean oauth,
            long creationDate,
            long lastModifiedDate) {}

    private record Rotation(String feature, long retryGracePeriodSeconds) {

        static @Nullable Rotation of(AppClient client) {
            Duration grace = client.rotationGrace();
            return grace == null ? null : new Rotation("ENABLED", grace.toSeconds());
        }
    }
}
