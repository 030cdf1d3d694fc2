package dev.medley.identity.trigger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The
 * <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html">
 * triggers</a> that this service answers, each with the occasions on which the pool sends it.
 */
public enum Trigger {
    PRE_SIGN_UP("PreSignUp", "SignUp", "AdminCreateUser", "ExternalProvider"),
    POST_CONFIRMATION("PostConfirmation", "ConfirmSignUp", "ConfirmForgotPassword"),
    DEFINE_AUTH_CHALLENGE("DefineAuthChallenge", "Authentication"),
    CREATE_AUTH_CHALLENGE("CreateAuthChallenge", "Authentication"),
    VERIFY_AUTH_CHALLENGE_RESPONSE("VerifyAuthChallengeResponse", "Authentication"),
    CUSTOM_MESSAGE(
            "CustomMessage",
            "SignUp",
            "ResendCode",
            "ForgotPassword",
            "AdminCreateUser",
            "UpdateUserAttribute",
            "VerifyUserAttribute",
            "Authentication");

    /** Separated by spaces: an enum holds nothing that could change. */
    private final String sources;

    Trigger(String name, String... occasions) {
        this.sources =
                Stream.of(occasions).map(occasion -> name + "_" + occasion).collect(Collectors.joining(" "));
    }

    /** The trigger of a {@code triggerSource}; empty for one that this service does not answer. */
    static Optional<Trigger> of(String source) {
        return Arrays.stream(values())
                .filter(trigger -> trigger.sources().contains(source))
                .findFirst();
    }

    /** The values of {@code triggerSource} that belong to it. */
    public List<String> sources() {
        return List.of(sources.split(" ", -1));
    }

    /** Its name in metrics. */
    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
