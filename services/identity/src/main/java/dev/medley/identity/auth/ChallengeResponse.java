package dev.medley.identity.auth;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.medley.identity.cognito.PoolChallenge;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Asks for something more before there are tokens; {@code POST /auth/challenge/answer} takes it.
 *
 * @param challengeName {@code CUSTOM_CHALLENGE} asks for the mailed code, {@code NEW_PASSWORD_REQUIRED} for a password
 * @param session goes back with the answer, once
 * @param message for people
 * @param error there after a wrong answer, while another try remains: what was wrong with it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChallengeResponse(
        PoolChallenge.Kind challengeName,

        @Schema(description = "Goes back with the answer, once")
        String session,

        String message,
        @Nullable String error)
        implements SignInAnswer {

    static ChallengeResponse asking(PoolChallenge.Kind kind, String session) {
        return new ChallengeResponse(
                kind,
                session,
                switch (kind) {
                    case CUSTOM_CHALLENGE -> "Please enter the code sent to your email";
                    case NEW_PASSWORD_REQUIRED -> "Please choose a new password";
                },
                null);
    }

    /** The same question once more. */
    ChallengeResponse because(String reason) {
        return new ChallengeResponse(challengeName, session, message, reason);
    }

    /** Leaves the session out: it is half of a sign-in. */
    @Override
    public String toString() {
        return "ChallengeResponse[" + challengeName + "]";
    }
}
