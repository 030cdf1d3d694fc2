package dev.medley.identity.cognito;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;

/**
 * What the pool asks for before it gives tokens.
 *
 * @param kind the question
 * @param username as the pool wants it repeated with the answer
 * @param session the pool's own, good for one answer
 */
public record PoolChallenge(Kind kind, String username, String session) implements SignInStep {

    /** The questions that this service can pass on. */
    public enum Kind {
        /** The code that was mailed. */
        CUSTOM_CHALLENGE,
        /** A password in place of the one that came with an invitation. */
        NEW_PASSWORD_REQUIRED
    }

    /** Leaves the session out: it is half of a sign-in. */
    @Override
    public String toString() {
        return "PoolChallenge[" + kind + "]";
    }

    /**
     * The pool's answer to a step.
     *
     * @param username to repeat when the pool names none
     */
    static SignInStep step(
            @Nullable AuthenticationResultType result,
            @Nullable ChallengeNameType challenge,
            @Nullable String session,
            Map<String, String> parameters,
            String username) {
        if (result != null) {
            return Tokens.from(result);
        }
        Kind kind = Arrays.stream(Kind.values())
                .filter(known -> known.name().equals(String.valueOf(challenge)))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.IDENTITY_PROVIDER_UNAVAILABLE,
                        "This account needs a way to sign in that is not offered here."));
        if (session == null) {
            throw new IllegalStateException("the user pool asks " + kind + " without a session");
        }
        String named = parameters.getOrDefault("USERNAME", parameters.getOrDefault("USER_ID_FOR_SRP", username));
        return new PoolChallenge(kind, named, session);
    }
}
