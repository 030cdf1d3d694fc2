package dev.medley.standins.cognito;

import java.util.List;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;

/** Passwords and attributes of an account, by its owner and by administrators. */
final class AccountScenarios {

    private static final String SENT = "{CodeDeliveryDetails{AttributeName, DeliveryMedium, Destination=f***@e***}}";
    private static final String SIGNED_IN = SignInScenarios.TOKENS;

    private AccountScenarios() {}

    static List<Scenario> all() {
        return List.of(
                Scenario.of("forget the password", SENT, actor -> forget(actor, actor.user())),
                Scenario.of("forget the password of no account", SENT, actor -> forget(actor, actor.newEmail())),
                Scenario.of("replace a forgotten password", "{}; " + SIGNED_IN, actor -> {
                            String email = actor.user();
                            forget(actor, email);
                            String code = actor.target().newestSecret().apply(email);
                            return Outcomes.then(
                                    replace(actor, email, code),
                                    Outcomes.of(() -> actor.signIn(email, Actor.OTHER_PASSWORD)));
                        })
                        .needing(Need.MAIL),
                Scenario.of(
                        "replace a forgotten password with a wrong code",
                        "CodeMismatchException: Invalid verification code provided, please try again.",
                        actor -> {
                            String email = actor.user();
                            forget(actor, email);
                            return replace(actor, email, "0000000");
                        }),
                Scenario.of("change the password", "{}; " + SIGNED_IN, actor -> {
                    String email = actor.user();
                    String token = actor.session(email).accessToken();
                    return Outcomes.then(
                            change(actor, token, Actor.PASSWORD),
                            Outcomes.of(() -> actor.signIn(email, Actor.OTHER_PASSWORD)));
                }),
                Scenario.of("change the password without knowing it", SignInScenarios.INCORRECT, actor -> {
                    String token = actor.session(actor.user()).accessToken();
                    return change(actor, token, "Wrong-Horse-9");
                }),
                Scenario.of(
                        "sign in after a reset",
                        "{}; PasswordResetRequiredException: Password reset required for the user",
                        actor -> {
                            String email = actor.user();
                            return Outcomes.then(
                                    Outcomes.of(() -> actor.client()
                                            .adminResetUserPassword(request -> request.userPoolId(
                                                            actor.target().poolId())
                                                    .username(email))),
                                    Outcomes.of(() -> actor.signIn(email, Actor.PASSWORD)));
                        }),
                Scenario.of("change attributes", "{}; given_name=Ada", actor -> {
                    String token = actor.session(actor.user()).accessToken();
                    return Outcomes.then(
                            update(actor, token, "given_name", "Ada"), attribute(actor, token, "given_name"));
                }),
                Scenario.of(
                        "move to another address",
                        "{CodeDeliveryDetailsList[{AttributeName, DeliveryMedium, Destination=f***@e***}]}; email_verified=false",
                        actor -> {
                            String token = actor.session(actor.user()).accessToken();
                            return Outcomes.then(
                                    update(actor, token, "email", actor.newEmail()),
                                    attribute(actor, token, "email_verified"));
                        }),
                Scenario.of(
                        "move to an address that is taken",
                        "AliasExistsException: An account with the given email already exists.",
                        actor -> {
                            String token = actor.session(actor.user()).accessToken();
                            return update(actor, token, "email", actor.user());
                        }),
                Scenario.of(
                        "vouch for the own address",
                        "NotAuthorizedException: A client attempted to write unauthorized attribute",
                        actor -> {
                            String token = actor.session(actor.user()).accessToken();
                            return update(actor, token, "email_verified", "true");
                        }),
                Scenario.of("delete oneself", "{}; " + SignInScenarios.INCORRECT, actor -> {
                    String email = actor.user();
                    String token = actor.session(email).accessToken();
                    return Outcomes.then(
                            Outcomes.of(() -> actor.client().deleteUser(request -> request.accessToken(token))),
                            Outcomes.of(() -> actor.signIn(email, Actor.PASSWORD)));
                }));
    }

    private static String forget(Actor actor, String email) {
        return Outcomes.of(() -> actor.client()
                .forgotPassword(
                        request -> request.clientId(actor.target().clientId()).username(email)));
    }

    private static String replace(Actor actor, String email, String code) {
        return Outcomes.of(() -> actor.client()
                .confirmForgotPassword(
                        request -> request.clientId(actor.target().clientId())
                                .username(email)
                                .confirmationCode(code)
                                .password(Actor.OTHER_PASSWORD)));
    }

    private static String change(Actor actor, String token, String previous) {
        return Outcomes.of(() -> actor.client()
                .changePassword(request ->
                        request.accessToken(token).previousPassword(previous).proposedPassword(Actor.OTHER_PASSWORD)));
    }

    private static String update(Actor actor, String token, String name, String value) {
        return Outcomes.of(() -> actor.client()
                .updateUserAttributes(
                        request -> request.accessToken(token).userAttributes(Actor.attribute(name, value))));
    }

    private static String attribute(Actor actor, String token, String name) {
        return actor.client().getUser(request -> request.accessToken(token)).userAttributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .map(AttributeType::value)
                .map(value -> name + "=" + value)
                .findFirst()
                .orElse("no " + name);
    }
}
