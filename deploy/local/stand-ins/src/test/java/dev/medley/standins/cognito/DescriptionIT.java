package dev.medley.standins.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ExplicitAuthFlowsType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PreventUserExistenceErrorTypes;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientDescription;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolClientType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserPoolType;

@ExtendWith(PoolExtension.class)
class DescriptionIT {

    private final PoolFixture pool;

    DescriptionIT(PoolFixture pool) {
        this.pool = pool;
    }

    @Test
    void thePoolDescribesItself() {
        UserPoolType described = pool.client()
                .describeUserPool(request -> request.userPoolId(pool.standIn().userPoolId()))
                .userPool();

        assertThat(pool.client()
                        .listUserPools(request -> request.maxResults(10))
                        .userPools())
                .singleElement()
                .satisfies(listed -> assertThat(listed.id()).isEqualTo(described.id()));
        assertThat(described.arn()).endsWith("userpool/" + pool.standIn().userPoolId());
        assertThat(described.policies().passwordPolicy().minimumLength()).isEqualTo(8);
        assertThat(described.policies().passwordPolicy().requireSymbols()).isTrue();
        assertThat(described.usernameAttributesAsStrings()).containsExactly("email");
        assertThat(described.usernameConfiguration().caseSensitive()).isFalse();
    }

    @Test
    void theClientsDescribeThemselves() {
        UserPoolClientType confidential = describeClient(pool.standIn().clientId());

        assertThat(confidential.clientSecret()).isEqualTo(pool.standIn().clientSecret());
        assertThat(confidential.preventUserExistenceErrors()).isEqualTo(PreventUserExistenceErrorTypes.ENABLED);
        assertThat(confidential.explicitAuthFlows()).contains(ExplicitAuthFlowsType.ALLOW_USER_PASSWORD_AUTH);
        assertThat(confidential.accessTokenValidity()).isEqualTo(900);
        assertThat(describeClient(pool.standIn().publicClientId()).clientSecret())
                .isNull();
    }

    @Test
    void theServiceClientHasScopesInsteadOfFlows() {
        UserPoolClientType service = describeClient(pool.standIn().serviceClientId());

        assertThat(service.explicitAuthFlows()).isEmpty();
        assertThat(service.allowedOAuthFlowsAsStrings()).containsExactly("client_credentials");
        assertThat(service.allowedOAuthScopes()).containsExactly("medley/internal");
        assertThat(service.clientSecret()).isEqualTo(pool.standIn().serviceClientSecret());
    }

    @Test
    void theClientsAreListedInPages() {
        assertThat(pool
                        .client()
                        .listUserPoolClientsPaginator(request ->
                                request.userPoolId(pool.standIn().userPoolId()).maxResults(3))
                        .userPoolClients()
                        .stream()
                        .map(UserPoolClientDescription::clientId))
                .containsExactlyInAnyOrder(
                        pool.standIn().clientId(),
                        pool.standIn().publicClientId(),
                        pool.standIn().rotatingClientId(),
                        pool.standIn().serviceClientId());
    }

    private UserPoolClientType describeClient(String clientId) {
        return pool.client()
                .describeUserPoolClient(request ->
                        request.userPoolId(pool.standIn().userPoolId()).clientId(clientId))
                .userPoolClient();
    }
}
