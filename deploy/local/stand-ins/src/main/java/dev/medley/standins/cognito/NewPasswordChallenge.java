package dev.medley.standins.cognito;

import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Makes an invited user choose a password before the first tokens. */
final class NewPasswordChallenge {

    static final String NAME = "NEW_PASSWORD_REQUIRED";

    private final AuthChallenges challenges;
    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final TokenIssuer tokens;
    private final JsonMapper json;

    NewPasswordChallenge(
            AuthChallenges challenges,
            Users users,
            Passwords passwords,
            Sessions sessions,
            TokenIssuer tokens,
            JsonMapper json) {
        this.challenges = challenges;
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tokens = tokens;
        this.json = json;
    }

    AuthOutcome ask(User user, AppClient client) {
        Map<String, String> parameters = Map.of(
                "USER_ID_FOR_SRP", user.username().toString(),
                "requiredAttributes", "[]",
                "userAttributes", json.writeValueAsString(user.allAttributes()));
        return AuthOutcome.challenge(NAME, challenges.open(user.username(), client, NAME, "{}"), parameters);
    }

    AuthOutcome answer(AppClient client, String session, AuthParameters responses) {
        String username = responses.require("USERNAME");
        String password = responses.require("NEW_PASSWORD");
        client.checkSecretHash(username, responses.secretHash());
        PasswordPolicy.STRICT.check(password);
        UUID asked = challenges.close(session, client, NAME).username();
        User user = users.find(username)
                .filter(found -> found.username().equals(asked) && canAnswer(found))
                .orElseThrow(() -> CognitoError.notAuthorized("Invalid session for the user."));
        users.setPassword(user, passwords.prepare(user.username(), password), UserStatus.CONFIRMED);
        return AuthOutcome.tokens(tokens.issue(user, sessions.open(user, client)));
    }

    /** An administrator may have acted since the question. */
    private static boolean canAnswer(User user) {
        return user.enabled() && user.status() == UserStatus.FORCE_CHANGE_PASSWORD;
    }
}
