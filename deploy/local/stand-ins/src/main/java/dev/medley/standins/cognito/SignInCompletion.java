package dev.medley.standins.cognito;

import java.time.Duration;
import java.time.InstantSource;

/** Ends a sign-in whose proof was accepted: tokens, one more question, or a refusal for the state of the account. */
final class SignInCompletion {

    private final Sessions sessions;
    private final TokenIssuer tokens;
    private final NewPasswordChallenge newPassword;
    private final InstantSource clock;

    SignInCompletion(Sessions sessions, TokenIssuer tokens, NewPasswordChallenge newPassword, InstantSource clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.newPassword = newPassword;
        this.clock = clock;
    }

    /** After the right password. */
    AuthOutcome afterPassword(User user, AppClient client) {
        requireAllowed(user);
        if (user.status() == UserStatus.FORCE_CHANGE_PASSWORD) {
            requireFresh(user);
            return newPassword.ask(user, client);
        }
        return issue(user, client);
    }

    /** After custom challenges: whoever answers them needs no password, and therefore no new one. */
    AuthOutcome afterChallenges(User user, AppClient client) {
        requireAllowed(user);
        return issue(user, client);
    }

    /** Refuses an account that may not sign in, whatever it proves. */
    static void requireAllowed(User user) {
        if (!user.enabled()) {
            throw CognitoError.userDisabled();
        }
        switch (user.status()) {
            case CONFIRMED, FORCE_CHANGE_PASSWORD -> {}
            case UNCONFIRMED -> throw CognitoError.userNotConfirmed();
            case RESET_REQUIRED -> throw CognitoError.passwordResetRequired();
        }
    }

    private AuthOutcome issue(User user, AppClient client) {
        return AuthOutcome.tokens(tokens.issue(user, sessions.open(user, client)));
    }

    /** The password of an invitation was set when the user was last touched. */
    private void requireFresh(User user) {
        Duration validity = Duration.ofDays(PasswordPolicy.STRICT.temporaryPasswordValidityDays());
        if (clock.instant().isAfter(user.updatedAt().plus(validity))) {
            throw CognitoError.notAuthorized("Temporary password has expired and must be reset by an administrator.");
        }
    }
}
