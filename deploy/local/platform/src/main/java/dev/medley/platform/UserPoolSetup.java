package dev.medley.platform;

import dev.medley.standins.AwsAccount;
import dev.medley.standins.cognito.CognitoStandIn;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** Puts into the user pool what the platform starts with: its groups, the demo user and an operator. Repeatable. */
final class UserPoolSetup {

    private static final List<String> GROUPS = List.of("admin", "operator", "partner", "user");

    private UserPoolSetup() {}

    static void run(CognitoStandIn pool, AwsAccount account, DemoUser user, DemoUser operator) {
        try (CognitoIdentityProviderClient client = CognitoIdentityProviderClient.builder()
                .endpointOverride(pool.endpoint())
                .region(Region.of(account.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(account.accessKeyId(), account.secretAccessKey())))
                .build()) {
            createGroups(client, pool.userPoolId());
            settle(client, pool.userPoolId(), user, "user");
            settle(client, pool.userPoolId(), operator, "operator");
        }
    }

    private static void settle(CognitoIdentityProviderClient client, String poolId, DemoUser user, String group) {
        if (!exists(client, poolId, user)) {
            create(client, poolId, user);
        }
        // Every time: what the first page shows has to be right even after somebody tried a password reset.
        client.adminSetUserPassword(request -> request.userPoolId(poolId)
                .username(user.email())
                .password(user.password())
                .permanent(true));
        client.adminAddUserToGroup(
                request -> request.userPoolId(poolId).username(user.email()).groupName(group));
    }

    private static void createGroups(CognitoIdentityProviderClient client, String poolId) {
        var existing = client.listGroupsPaginator(request -> request.userPoolId(poolId)).stream()
                .flatMap(page -> page.groups().stream())
                .map(GroupType::groupName)
                .collect(Collectors.toSet());
        GROUPS.stream()
                .filter(group -> !existing.contains(group))
                .forEach(group ->
                        client.createGroup(request -> request.userPoolId(poolId).groupName(group)));
    }

    private static boolean exists(CognitoIdentityProviderClient client, String poolId, DemoUser user) {
        try {
            client.adminGetUser(request -> request.userPoolId(poolId).username(user.email()));
            return true;
        } catch (UserNotFoundException _) {
            return false;
        }
    }

    private static void create(CognitoIdentityProviderClient client, String poolId, DemoUser user) {
        client.adminCreateUser(request -> request.userPoolId(poolId)
                .username(user.email())
                .messageAction(MessageActionType.SUPPRESS)
                .userAttributes(attribute("email", user.email()), attribute("email_verified", "true")));
    }

    private static AttributeType attribute(String name, String value) {
        return AttributeType.builder().name(name).value(value).build();
    }
}
