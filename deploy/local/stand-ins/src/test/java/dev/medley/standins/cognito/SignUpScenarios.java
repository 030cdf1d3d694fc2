package dev.medley.standins.cognito;

import java.time.Duration;
import java.util.List;

/** Signing up and confirming. */
final class SignUpScenarios {

    private static final String MISMATCH =
            "CodeMismatchException: Invalid verification code provided, please try again.";
    private static final String SENT = "{CodeDeliveryDetails{AttributeName, DeliveryMedium, Destination=f***@e***}}";

    private SignUpScenarios() {}

    static List<Scenario> all() {
        return List.of(
                Scenario.of(
                        "sign up",
                        "{CodeDeliveryDetails{AttributeName, DeliveryMedium, Destination=f***@e***}, UserConfirmed=false, UserSub}",
                        actor -> Outcomes.of(() -> actor.signUp(actor.newEmail(), Actor.PASSWORD))),
                Scenario.of("sign up twice", "UsernameExistsException: User already exists", actor -> {
                    String email = actor.newEmail();
                    actor.signUp(email, Actor.PASSWORD);
                    return Outcomes.of(() -> actor.signUp(email, Actor.PASSWORD));
                }),
                Scenario.of(
                        "sign up with a weak password",
                        "InvalidPasswordException: Password did not conform with policy: Password not long enough",
                        actor -> Outcomes.of(() -> actor.signUp(actor.newEmail(), "weak"))),
                Scenario.of(
                        "sign up under a name that is no address",
                        "InvalidParameterException: Username should be an email.",
                        actor -> Outcomes.of(() -> actor.client()
                                .signUp(request -> request.clientId(
                                                actor.target().clientId())
                                        .username("nobody")
                                        .password(Actor.PASSWORD)))),
                Scenario.of("confirm with the right code", "{}", actor -> {
                            String email = actor.newEmail();
                            actor.signUp(email, Actor.PASSWORD);
                            String code = actor.target().newestSecret().apply(email);
                            return Outcomes.of(() -> actor.confirm(email, code));
                        })
                        .needing(Need.MAIL),
                Scenario.of("confirm with a wrong code", MISMATCH, actor -> {
                    String email = actor.newEmail();
                    actor.signUp(email, Actor.PASSWORD);
                    return Outcomes.of(() -> actor.confirm(email, "0000000"));
                }),
                Scenario.of(
                                "confirm with an expired code",
                                "ExpiredCodeException: Invalid code provided, please request a code again.",
                                actor -> {
                                    String email = actor.newEmail();
                                    actor.signUp(email, Actor.PASSWORD);
                                    actor.target().clock().accept(Duration.ofHours(24));
                                    String code = actor.target().newestSecret().apply(email);
                                    return Outcomes.of(() -> actor.confirm(email, code));
                                })
                        .needing(Need.MAIL, Need.CLOCK),
                Scenario.of(
                        "confirm whoever did not sign up",
                        MISMATCH,
                        actor -> Outcomes.of(() -> actor.confirm(actor.newEmail(), "123456"))),
                Scenario.of(
                        "confirm whoever is confirmed",
                        "NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED",
                        actor -> {
                            String email = actor.user();
                            return Outcomes.of(() -> actor.confirm(email, "123456"));
                        }),
                Scenario.of("ask for another code", SENT, actor -> {
                    String email = actor.newEmail();
                    actor.signUp(email, Actor.PASSWORD);
                    return resend(actor, email);
                }),
                Scenario.of("ask for another code without an account", SENT, actor -> resend(actor, actor.newEmail())),
                Scenario.of(
                        "ask for another code although confirmed",
                        "InvalidParameterException: User is already confirmed.",
                        actor -> resend(actor, actor.user())));
    }

    private static String resend(Actor actor, String email) {
        return Outcomes.of(() -> actor.client()
                .resendConfirmationCode(
                        request -> request.clientId(actor.target().clientId()).username(email)));
    }
}
