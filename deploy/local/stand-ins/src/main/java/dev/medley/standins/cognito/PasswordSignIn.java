package dev.medley.standins.cognito;

import java.util.Optional;

/** Signs in with address and password. An unknown address is refused in the same words and time as a wrong password. */
final class PasswordSignIn {

    private final Users users;
    private final SlowHash slowHash;
    private final SignInGuard guard;
    private final SignInCompletion completion;

    PasswordSignIn(Users users, SlowHash slowHash, SignInGuard guard, SignInCompletion completion) {
        this.users = users;
        this.slowHash = slowHash;
        this.guard = guard;
        this.completion = completion;
    }

    AuthOutcome signIn(AppClient client, AuthParameters parameters) {
        String username = parameters.require("USERNAME");
        String password = parameters.require("PASSWORD");
        client.checkSecretHash(username, parameters.secretHash());
        return completion.afterPassword(authenticate(username, password), client);
    }

    private User authenticate(String username, String password) {
        Optional<User> user = users.find(username);
        SignInGuard.Attempt attempt = guard.enter(user.map(User::email).orElseGet(() -> Users.normalize(username)));
        boolean matches = slowHash.matches(
                password, user.map(found -> found.password().hash()).orElse(null));
        if (user.isEmpty() || !matches) {
            guard.failed(attempt);
            throw CognitoError.incorrectCredentials();
        }
        guard.succeeded(attempt);
        return user.get();
    }
}
