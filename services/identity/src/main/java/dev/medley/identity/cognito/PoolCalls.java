package dev.medley.identity.cognito;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;

/** What all operations on the pool share: the client, who it is, and errors that become problems. */
@Component
class PoolCalls {

    private final CognitoIdentityProviderClient cognito;
    private final CognitoProperties properties;
    private final CognitoProblems problems;
    private final SecretHash secretHash;

    PoolCalls(CognitoIdentityProviderClient cognito, CognitoProperties properties, CognitoProblems problems) {
        this.cognito = cognito;
        this.properties = properties;
        this.problems = problems;
        this.secretHash = new SecretHash(properties);
    }

    CognitoIdentityProviderClient cognito() {
        return cognito;
    }

    String poolId() {
        return properties.userPoolId();
    }

    String clientId() {
        return properties.clientId();
    }

    String secretHash(String username) {
        return secretHash.of(username);
    }

    CognitoProblems problems() {
        return problems;
    }

    /** Runs an operation; what the pool refuses becomes a problem. */
    <T> T call(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (SdkException e) {
            throw problems.translate(e);
        }
    }

    /** The same about a user whom the caller knows to exist: that it does not is told. */
    <T> T callAbout(Supplier<T> operation) {
        return call(() -> {
            try {
                return operation.get();
            } catch (UserNotFoundException e) {
                throw ProblemException.of(ProblemCode.NOT_FOUND, "There is no such account.")
                        .causedBy(e);
            }
        });
    }
}
