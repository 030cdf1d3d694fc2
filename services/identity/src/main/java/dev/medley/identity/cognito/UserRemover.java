package dev.medley.identity.cognito;

import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** Removes users from the pool. */
@Component
public class UserRemover {

    private final CognitoIdentityProviderClient cognito;
    private final CognitoProperties properties;
    private final CognitoProblems problems;

    UserRemover(CognitoIdentityProviderClient cognito, CognitoProperties properties, CognitoProblems problems) {
        this.cognito = cognito;
        this.properties = properties;
        this.problems = problems;
    }

    /** Removes a user with all sessions; one who is not there is as good as removed. */
    public void remove(String sub) {
        try {
            cognito.adminDeleteUser(
                    request -> request.userPoolId(properties.userPoolId()).username(sub));
        } catch (UserNotFoundException _) {
            // Removed by an earlier attempt.
        } catch (SdkException e) {
            throw problems.translate(e);
        }
    }
}
