package dev.medley.standins.cognito;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Signs in with address and password. An unknown address is refused in the same words and time as a wrong password. */
final class PasswordSignIn {

    private final Users users;
    private final SlowHash slowHash;
    private final SignInGuard guard;
    private final Sessions sessions;
    private final TokenIssuer tokens;
    private final NewPasswordChallenge newPassword;
    private final InstantSource clock;

    PasswordSignIn(
            Users users,
            SlowHash slowHash,
            SignInGuard guard,
            Sessions sessions,
            TokenIssuer tokens,
            NewPasswordChallenge newPassword,
            InstantSource clock) {
        this.users = users;
        this.slowHash = slowHash;
        this.guard = guard;
        this.sessions = sessions;
        this.tokens = tokens;
        this.newPassword = newPassword;
        this.clock = clock;
    }

    AuthOutcome signIn(AppClient client, AuthParameters parameters) {
        String username = parameters.require("USERNAME");
        String password = parameters.require("PASSWORD");
        client.checkSecretHash(username, parameters.secretHash());
        User user = authenticate(username, password);
        if (!user.enabled()) {
            throw CognitoError.userDisabled();
        }
        return switch (user.status()) {
            case CONFIRMED -> AuthOutcome.tokens(tokens.issue(user, sessions.open(user, client)));
            case FORCE_CHANGE_PASSWORD -> {
                requireFresh(user);
                yield newPassword.ask(user, client);
            }
            case UNCONFIRMED -> throw new CognitoError(ErrorType.USER_NOT_CONFIRMED, "User is not confirmed.");
            case RESET_REQUIRED ->
                throw new CognitoError(ErrorType.PASSWORD_RESET_REQUIRED, "Password reset required for the user");
        };
    }

    private User authenticate(String username, String password) {
        Optional<User> user = users.find(username);
        SignInGuard.Attempt attempt = guard.enter(user.map(User::email).orElseGet(() -> Users.normalize(username)));
        boolean matches =
                slowHash.matches(password, user.map(User::passwordHash).orElse(null));
        if (user.isEmpty() || !matches) {
            guard.failed(attempt);
            throw CognitoError.incorrectCredentials();
        }
        guard.succeeded(attempt);
        return user.get();
    }

    /** The password of an invitation was set when the user was last touched. */
    private void requireFresh(User user) {
        Duration validity = Duration.ofDays(PasswordPolicy.STRICT.temporaryPasswordValidityDays());
        if (clock.instant().isAfter(user.updatedAt().plus(validity))) {
            throw CognitoError.notAuthorized("Temporary password has expired and must be reset by an administrator.");
        }
    }
}
