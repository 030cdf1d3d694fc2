package dev.medley.identity;

import dev.medley.testing.TestPlatform;
import dev.medley.testing.TestPlatform.TestUser;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupExistsException;

/** Signed-in users of a role. */
final class TestRoles {

    private static final String PASSWORD = "Correct-Horse-7!";

    private TestRoles() {}

    /** A new user whose token says that they have the role. */
    static TestUser signedIn(TestPlatform platform, String role) {
        TestUser user = platform.signedInUser(role + "-" + UUID.randomUUID() + "@example.com");
        CognitoIdentityProviderClient cognito = platform.cognito();
        String pool = platform.parts().cognito().userPoolId();
        create(cognito, pool, role);
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

    private static void create(CognitoIdentityProviderClient cognito, String pool, String role) {
        try {
            cognito.createGroup(request -> request.userPoolId(pool).groupName(role));
        } catch (GroupExistsException _) {
            // An earlier test made it.
            return;
        }
    }
}
