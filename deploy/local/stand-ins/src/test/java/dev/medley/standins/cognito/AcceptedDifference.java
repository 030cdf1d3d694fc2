package dev.medley.standins.cognito;

import java.util.ArrayList;
import java.util.List;

/**
 * Where moto (5.2.1) does something else than Cognito, and the stand-in follows Cognito.
 *
 * @param scenario by name
 * @param outcome what moto does instead
 * @param reason why that is no doubt about the stand-in
 */
record AcceptedDifference(String scenario, String outcome, String reason) {

    private static final String TOKENS = SignInScenarios.TOKENS;
    private static final String REFRESHED = SessionScenarios.REFRESHED;

    static List<AcceptedDifference> ofMoto() {
        Collector moto = new Collector();
        moto.because("moto does not implement the operation")
                .accept("ask for another code", "HTTP 500")
                .accept("ask for another code although confirmed", "HTTP 500")
                .accept("ask for another code without an account", "HTTP 500")
                .accept("delete oneself", "HTTP 500; " + TOKENS)
                .accept("exchange a refresh token that does not rotate", "HTTP 500")
                .accept("refresh with a revoked token", "HTTP 500; " + REFRESHED);
        moto.because("moto accepts any code, and also confirms twice")
                .accept("confirm with a wrong code", "{}")
                .accept("confirm whoever is confirmed", "{}")
                .accept("replace a forgotten password with a wrong code", "{}");
        moto.because("moto does not know PreventUserExistenceErrors")
                .accept("confirm whoever did not sign up", "UserNotFoundException: User does not exist.")
                .accept("sign in without an account", "UserNotFoundException: User does not exist.")
                .accept("prove a password without an account", "UserNotFoundException: User does not exist.");
        moto.because("moto names the thing where Cognito has a sentence")
                .accept("sign up twice", "UsernameExistsException: <email>")
                .accept("invite twice", "UsernameExistsException: <email>")
                .accept("join no group", "ResourceNotFoundException: nowhere")
                .accept("sign in through an unknown client", "ResourceNotFoundException: <client>")
                .accept("change the password without knowing it", "NotAuthorizedException: <email>");
        moto.because("moto has words of its own")
                .accept("create a group twice", "GroupExistsException: A group with the name already exists")
                .accept("look at oneself with no token", "NotAuthorizedException: Invalid token")
                .accept(
                        "sign up under a name that is no address",
                        "InvalidParameterException: Username should be either an email or a phone number.")
                .accept(
                        "sign up with a weak password",
                        "InvalidPasswordException: The provided password does not confirm to the configured password policy")
                .accept(
                        "set a weak password",
                        "InvalidPasswordException: The provided password does not confirm to the configured password policy");
        moto.because("moto shows a preferred second factor that the user does not have")
                .accept(
                        "look at a user",
                        "{Enabled=true, PreferredMfaSetting, UserAttributes[{Name, Value}], UserCreateDate, UserLastModifiedDate, UserStatus=CONFIRMED, Username}")
                .accept("look at oneself", "{PreferredMfaSetting, UserAttributes[{Name, Value}], Username}");
        moto.because(
                        "moto's secret block is not Base64, so that no client can answer; Cognito sends no session with it")
                .accept("prove the password", "on the way: IllegalArgumentException")
                .accept("prove a wrong password", "on the way: IllegalArgumentException")
                .accept(
                        "be asked for the proof of a password",
                        "{ChallengeName=PASSWORD_VERIFIER, ChallengeParameters{SALT, SECRET_BLOCK, SRP_B, USERNAME, USER_ID_FOR_SRP}, Session}");
        moto.because("moto does not check the hash of a password sign-in, and hashes a refresh with another name")
                .accept("sign in without the secret hash", TOKENS)
                .accept("sign in with a wrong secret hash", TOKENS)
                .accept("refresh with the hash of the address", REFRESHED)
                .accept("refresh with the hash of the sub", "NotAuthorizedException: <hash>");
        moto.because("moto's sessions are lists of tokens that it forgets")
                .accept("refresh with an invented token", "NotAuthorizedException: Refresh Token has been revoked")
                .accept(
                        "be signed out everywhere",
                        "{}; NotAuthorizedException: Invalid token; NotAuthorizedException: Refresh Token has been revoked")
                .accept(
                        "sign out everywhere",
                        "NotAuthorizedException: <token>; {PreferredMfaSetting, UserAttributes[{Name, Value}], Username}; "
                                + REFRESHED)
                .accept("choose a password with an invented session", "ResourceNotFoundException: " + "0".repeat(64));
        moto.because("moto masks an unknown address otherwise")
                .accept(
                        "forget the password of no account",
                        "{CodeDeliveryDetails{AttributeName, DeliveryMedium, Destination=<email>@h***.com}}");
        moto.because("moto keeps the password that was reset").accept("sign in after a reset", "{}; " + TOKENS);
        moto.because("moto finds a user no more by a token from before the address changed")
                .accept("move to another address", "on the way: UserNotFoundException: User does not exist.");
        moto.because("moto lets users write every attribute").accept("vouch for the own address", "{}");
        return moto.all;
    }

    /** Writes the list with each reason once. */
    private static final class Collector {

        private final List<AcceptedDifference> all = new ArrayList<>();
        private String reason = "";

        Collector because(String next) {
            reason = next;
            return this;
        }

        Collector accept(String scenario, String outcome) {
            all.add(new AcceptedDifference(scenario, outcome, reason));
            return this;
        }
    }
}
