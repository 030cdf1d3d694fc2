package dev.medley.standins.cognito;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The triggers of custom sign-ins: which question comes next, what it asks, and whether the answer is right. */
final class AuthChallengeTriggers {

    private final Triggers triggers;

    AuthChallengeTriggers(Triggers triggers) {
        this.triggers = triggers;
    }

    Decision define(TriggerContext context, Claimant claimant, List<ChallengeResult> session) {
        ObjectNode request = request(claimant);
        request.set("session", Triggers.json(session));
        ObjectNode response = Triggers.object();
        response.putNull("challengeName");
        response.putNull("issueTokens");
        response.putNull("failAuthentication");
        TriggerResponse answer = call(TriggerSource.DEFINE_AUTH_CHALLENGE, context, claimant, request, response);
        return new Decision(
                answer.text("challengeName"), answer.flag("issueTokens"), answer.flag("failAuthentication"));
    }

    Question create(TriggerContext context, Claimant claimant, List<ChallengeResult> session, String challengeName) {
        ObjectNode request = request(claimant);
        request.put("challengeName", challengeName);
        request.set("session", Triggers.json(session));
        ObjectNode response = Triggers.object();
        response.putNull("publicChallengeParameters");
        response.putNull("privateChallengeParameters");
        response.putNull("challengeMetadata");
        TriggerResponse answer = call(TriggerSource.CREATE_AUTH_CHALLENGE, context, claimant, request, response);
        return new Question(
                answer.texts("publicChallengeParameters"),
                answer.texts("privateChallengeParameters"),
                answer.text("challengeMetadata"));
    }

    boolean verify(
            TriggerContext context, Claimant claimant, Map<String, String> privateParameters, String challengeAnswer) {
        ObjectNode request = request(claimant);
        request.set("privateChallengeParameters", Triggers.json(privateParameters));
        request.put("challengeAnswer", challengeAnswer);
        ObjectNode response = Triggers.object();
        response.putNull("answerCorrect");
        return call(TriggerSource.VERIFY_AUTH_CHALLENGE_RESPONSE, context, claimant, request, response)
                .flag("answerCorrect");
    }

    private static ObjectNode request(Claimant claimant) {
        ObjectNode request = Triggers.object();
        User user = claimant.user();
        request.set("userAttributes", Triggers.json(user == null ? Map.of() : user.eventAttributes()));
        request.put("userNotFound", user == null);
        return request;
    }

    private TriggerResponse call(
            TriggerSource source, TriggerContext context, Claimant claimant, ObjectNode request, ObjectNode response) {
        return triggers.call(source, context, claimant.userName(), request, response)
                .orElseThrow(AuthChallengeTriggers::notConfigured);
    }

    private static CognitoError notConfigured() {
        return CognitoError.invalidParameter("Custom auth lambda trigger is not configured for the user pool.");
    }

    /**
     * What DefineAuthChallenge decides.
     *
     * @param challengeName the next question, unless the sign-in is over
     * @param issueTokens it succeeded
     * @param failAuthentication it failed; counts before the others
     */
    record Decision(@Nullable String challengeName, boolean issueTokens, boolean failAuthentication) {}

    /**
     * What CreateAuthChallenge asks.
     *
     * @param publicParameters for the client
     * @param privateParameters for the trigger that verifies the answer
     * @param metadata the Lambda's own name for the question
     */
    record Question(
            Map<String, String> publicParameters,
            Map<String, String> privateParameters,
            @Nullable String metadata) {}
}
