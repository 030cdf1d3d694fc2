package dev.medley.identity;

import dev.medley.testing.TestPlatform;
import dev.medley.testing.TestPlatform.TestUser;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;

/** Signed-in users of a role. */
final class TestRoles {

    /** Of every user that {@link TestPlatform} signs in. */
    static final String PASSWORD = "Correct-Horse-7!";

    private TestRoles() {}

    /** A new user whose token says that they have the role. */
    static TestUser signedIn(TestPlatform platform, String role) {
        TestUser user = platform.signedInUser(role + "-" + UUID.randomUUID() + "@example.com");
        CognitoIdentityProviderClient cognito = platform.cognito();
        String pool = platform.parts().cognito().userPoolId();
        create(platform, role);
        cognito.adminAddUserToGroup(
                request -> request.userPoolId(pool).username(user.sub()).groupName(role));
        // A token names the groups of the moment it was issued.
        String token = cognito.initiateAuth(
                        request -> request.clientId(platform.parts().cognito().publicClientId())
                                .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                                .authParameters(Map.of("USERNAME", user.email(), "PASSWORD", PASSWORD)))
                .authenticationResult()
                .accessToken();
        return new TestUser(user.sub(), user.email(), token);
    }

    /** Makes groups of the pool, unless they are there. */
    static void create(TestPlatform platform, String... groups) {
        String pool = platform.parts().cognito().userPoolId();
        Set<String> present =
                platform.cognito().listGroupsPaginator(request -> request.userPoolId(pool)).groups().stream()
                        .map(GroupType::groupName)
                        .collect(Collectors.toSet());
        Arrays.stream(groups)
                .filter(group -> !present.contains(group))
                .forEach(group -> platform.cognito()
                        .createGroup(request -> request.userPoolId(pool).groupName(group)));
    }
}
