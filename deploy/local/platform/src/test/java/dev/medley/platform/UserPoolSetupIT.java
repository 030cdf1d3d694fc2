package dev.medley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.standins.LocalParts;
import dev.medley.standins.LocalPartsSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;

class UserPoolSetupIT {

    @Test
    void theDemoUserSignsInHoweverOftenThePlatformStarts() {
        try (LocalParts parts = LocalParts.start(LocalPartsSettings.throwaway());
                CognitoIdentityProviderClient client = client(parts)) {
            DemoUser user = DemoUser.of(parts.secrets());
            DemoUser operator = DemoUser.operator(parts.secrets());
            UserPoolSetup.run(parts.cognito(), parts.account(), user, operator);
            UserPoolSetup.run(parts.cognito(), parts.account(), user, operator);

            String poolId = parts.cognito().userPoolId();
            assertThat(client.initiateAuth(request -> request.authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                                    .clientId(parts.cognito().publicClientId())
                                    .authParameters(Map.of("USERNAME", user.email(), "PASSWORD", user.password())))
                            .authenticationResult()
                            .accessToken())
                    .isNotBlank();
            assertThat(client.listGroups(request -> request.userPoolId(poolId)).groups())
                    .extracting(GroupType::groupName)
                    .containsExactlyInAnyOrder("admin", "operator", "partner", "user");
            assertThat(client.adminListGroupsForUser(
                                    request -> request.userPoolId(poolId).username(user.email()))
                            .groups())
                    .extracting(GroupType::groupName)
                    .containsExactly("user");
            assertThat(client.adminListGroupsForUser(
                                    request -> request.userPoolId(poolId).username(operator.email()))
                            .groups())
                    .extracting(GroupType::groupName)
                    .containsExactly("operator");
            assertThat(parts.mail().received()).isEmpty();
        }
    }

    private static CognitoIdentityProviderClient client(LocalParts parts) {
        return CognitoIdentityProviderClient.builder()
                .endpointOverride(parts.cognito().endpoint())
                .region(Region.of(parts.account().region()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        parts.account().accessKeyId(), parts.account().secretAccessKey())))
                .build();
    }
}
