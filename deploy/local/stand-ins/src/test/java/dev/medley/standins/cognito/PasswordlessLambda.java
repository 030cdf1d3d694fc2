package dev.medley.standins.cognito;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Signs in with the word "open sesame": one right answer is enough, and three wrong ones end it. */
final class PasswordlessLambda {

    static final String WORD = "open sesame";

    private PasswordlessLambda() {}

    static RecordingLambda create() {
        RecordingLambda lambda = new RecordingLambda();
        lambda.on("DefineAuthChallenge_Authentication", PasswordlessLambda::define);
        lambda.on("CreateAuthChallenge_Authentication", event -> {
            ObjectNode response = response(event);
            response.putObject("publicChallengeParameters").put("hint", "thieves");
            response.putObject("privateChallengeParameters").put("answer", WORD);
            response.put("challengeMetadata", "WORD");
            return event.toString();
        });
        lambda.on("VerifyAuthChallengeResponse_Authentication", event -> {
            String expected =
                    event.at("/request/privateChallengeParameters/answer").asString();
            response(event)
                    .put(
                            "answerCorrect",
                            expected.equals(event.at("/request/challengeAnswer").asString()));
            return event.toString();
        });
        return lambda;
    }

    private static String define(ObjectNode event) {
        JsonNode session = event.at("/request/session");
        boolean right = session.size() > 0
                && session.get(session.size() - 1).path("challengeResult").booleanValue();
        boolean over = !right && session.size() >= 3;
        ObjectNode response = response(event);
        response.put("issueTokens", right);
        response.put("failAuthentication", over);
        if (!right && !over) {
            response.put("challengeName", "CUSTOM_CHALLENGE");
        }
        return event.toString();
    }

    private static ObjectNode response(ObjectNode event) {
        return (ObjectNode) event.path("response");
    }
}
