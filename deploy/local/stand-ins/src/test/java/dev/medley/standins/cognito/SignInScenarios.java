package dev.medley.standins.cognito;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;

/** Every way to sign in. */
final class SignInScenarios {

    static final String TOKENS =
            "{AuthenticationResult{AccessToken, ExpiresIn, IdToken, RefreshToken, TokenType=Bearer}}";
    static final String INCORRECT = "NotAuthorizedException: Incorrect username or password.";

    private SignInScenarios() {}

    static List<Scenario> all() {
        return List.of(
                Scenario.of("sign in", TOKENS, actor -> {
                    String email = actor.user();
                    return Outcomes.of(() -> actor.signIn(email, Actor.PASSWORD));
                }),
                Scenario.of("sign in with a wrong password", INCORRECT, actor -> {
                    String email = actor.user();
                    return Outcomes.of(() -> actor.signIn(email, Actor.OTHER_PASSWORD));
                }),
                Scenario.of(
                        "sign in without an account",
                        INCORRECT,
                        actor -> Outcomes.of(() -> actor.signIn(actor.newEmail(), Actor.PASSWORD))),
                Scenario.of("sign in unconfirmed", "UserNotConfirmedException: User is not confirmed.", actor -> {
                    String email = actor.newEmail();
                    actor.signUp(email, Actor.PASSWORD);
                    return Outcomes.of(() -> actor.signIn(email, Actor.PASSWORD));
                }),
                Scenario.of("sign in disabled", "NotAuthorizedException: User is disabled.", actor -> {
                    String email = actor.user();
                    actor.client()
                            .adminDisableUser(request ->
                                    request.userPoolId(actor.target().poolId()).username(email));
                    return Outcomes.of(() -> actor.signIn(email, Actor.PASSWORD));
                }),
                Scenario.of(
                        "sign in through an unknown client",
                        "ResourceNotFoundException: User pool client <client> does not exist.",
                        actor -> Outcomes.of(() -> actor.initiate(
                                "0".repeat(26),
                                AuthFlowType.USER_PASSWORD_AUTH,
                                Map.of("USERNAME", "fan@example.com", "PASSWORD", Actor.PASSWORD)))),
                Scenario.of(
                                "sign in without the secret hash",
                                "NotAuthorizedException: Client <client> is configured with secret but SECRET_HASH was not received",
                                actor -> confidential(actor, actor.user(), ""))
                        .needing(Need.CONFIDENTIAL_CLIENT),
                Scenario.of(
                                "sign in with a wrong secret hash",
                                "NotAuthorizedException: Unable to verify secret hash for client <client>",
                                actor -> confidential(actor, actor.user(), "wrong"))
                        .needing(Need.CONFIDENTIAL_CLIENT),
                Scenario.of("sign in with the secret hash", TOKENS, actor -> {
                            String email = actor.user();
                            return confidential(actor, email, email);
                        })
                        .needing(Need.CONFIDENTIAL_CLIENT),
                Scenario.of("prove the password", TOKENS, actor -> prove(actor, actor.user(), Actor.PASSWORD)),
                Scenario.of(
                        "prove a wrong password", INCORRECT, actor -> prove(actor, actor.user(), Actor.OTHER_PASSWORD)),
                Scenario.of(
                        "prove a password without an account",
                        INCORRECT,
                        actor -> prove(actor, actor.newEmail(), Actor.PASSWORD)),
                Scenario.of(
                        "be asked for the proof of a password",
                        "{ChallengeName=PASSWORD_VERIFIER, ChallengeParameters{SALT, SECRET_BLOCK, SRP_B, USERNAME, USER_ID_FOR_SRP}}",
                        actor -> {
                            String email = actor.user();
                            String srpA = new SrpClient(actor.target().poolId()).srpA();
                            return Outcomes.of(() -> actor.initiate(
                                    actor.target().clientId(),
                                    AuthFlowType.USER_SRP_AUTH,
                                    Map.of("USERNAME", email, "SRP_A", srpA)));
                        }),
                Scenario.of("answer a custom challenge", TOKENS, actor -> custom(actor, PasswordlessLambda.WORD))
                        .needing(Need.TRIGGERS),
                Scenario.of(
                                "answer a custom challenge wrong",
                                "{ChallengeName=CUSTOM_CHALLENGE, ChallengeParameters{USERNAME, hint}, Session}",
                                actor -> custom(actor, "open wheat"))
                        .needing(Need.TRIGGERS),
                Scenario.of("sign in invited and choose a password", "NEW_PASSWORD_REQUIRED; " + TOKENS, actor -> {
                    String email = actor.invited();
                    InitiateAuthResponse asked = actor.signIn(email, Actor.PASSWORD);
                    return Outcomes.then(
                            asked.challengeNameAsString(),
                            Outcomes.of(() -> actor.answer(
                                    asked.challengeName(),
                                    asked.session(),
                                    Map.of("USERNAME", email, "NEW_PASSWORD", Actor.OTHER_PASSWORD))));
                }),
                Scenario.of(
                        "choose a password with an invented session",
                        "NotAuthorizedException: Invalid session for the user, session can only be used once.",
                        actor -> {
                            String email = actor.invited();
                            return Outcomes.of(() -> actor.answer(
                                    ChallengeNameType.NEW_PASSWORD_REQUIRED,
                                    "0".repeat(64),
                                    Map.of("USERNAME", email, "NEW_PASSWORD", Actor.OTHER_PASSWORD)));
                        }));
    }

    /** An empty name to hash means no hash at all. */
    private static String confidential(Actor actor, String email, String hashedName) {
        Map<String, String> plain = Map.of("USERNAME", email, "PASSWORD", Actor.PASSWORD);
        Map<String, String> parameters = hashedName.isEmpty() ? plain : actor.hashed(hashedName, plain);
        return Outcomes.of(() ->
                actor.initiate(actor.target().confidentialClientId(), AuthFlowType.USER_PASSWORD_AUTH, parameters));
    }

    private static String prove(Actor actor, String email, String password) {
        SrpClient srp = new SrpClient(actor.target().poolId());
        return Outcomes.of(() -> {
            InitiateAuthResponse asked = actor.initiate(
                    actor.target().clientId(),
                    AuthFlowType.USER_SRP_AUTH,
                    Map.of("USERNAME", email, "SRP_A", srp.srpA()));
            return actor.client()
                    .respondToAuthChallenge(
                            request -> request.clientId(actor.target().clientId())
                                    .challengeName(ChallengeNameType.PASSWORD_VERIFIER)
                                    .session(asked.session())
                                    .challengeResponses(srp.answer(asked.challengeParameters(), password)));
        });
    }

    private static String custom(Actor actor, String word) {
        String email = actor.user();
        InitiateAuthResponse asked =
                actor.initiate(actor.target().clientId(), AuthFlowType.CUSTOM_AUTH, Map.of("USERNAME", email));
        return Outcomes.of(() -> actor.answer(
                ChallengeNameType.CUSTOM_CHALLENGE, asked.session(), Map.of("USERNAME", email, "ANSWER", word)));
    }
}
