package dev.medley.standins.cognito;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Forgotten passwords. */
final class PasswordOperations implements OperationGroup {

    private final AppClients clients;
    private final Users users;
    private final SlowHash slowHash;
    private final VerificationCodes codes;
    private final Limits limits;
    private final Postman postman;

    PasswordOperations(
            AppClients clients,
            Users users,
            SlowHash slowHash,
            VerificationCodes codes,
            Limits limits,
            Postman postman) {
        this.clients = clients;
        this.users = users;
        this.slowHash = slowHash;
        this.codes = codes;
        this.limits = limits;
        this.postman = postman;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.open("ForgotPassword", this::forgot), Operation.open("ConfirmForgotPassword", this::confirm));
    }

    private CodeSent forgot(Input input) {
        AppClient client = clients.require(input);
        String username = input.text("Username");
        client.checkSecretHash(username, input.optionalText("SecretHash"));
        Optional<User> user = users.find(username);
        limits.take(user.map(User::email).orElseGet(() -> Users.normalize(username)), Limit.PASSWORD_RESET_REQUEST);
        if (user.isPresent() && user.get().status() == UserStatus.FORCE_CHANGE_PASSWORD) {
            throw CognitoError.notAuthorized("User password cannot be reset in the current state.");
        }
        return user.filter(PasswordOperations::canReceiveCodes)
                .map(known -> postman.sendCode(known.email(), codes.issue(known, CodePurpose.PASSWORD_RESET)))
                .map(CodeSent::new)
                .orElseGet(() -> {
                    codes.pretendToIssue();
                    return new CodeSent(CodeDeliveryDetails.to(username));
                });
    }

    private Object confirm(Input input) {
        AppClient client = clients.require(input);
        String username = input.text("Username");
        client.checkSecretHash(username, input.optionalText("SecretHash"));
        String code = input.text("ConfirmationCode");
        String password = input.text("Password");
        PasswordPolicy.STRICT.check(password);
        User user = users.find(username)
                .filter(User::enabled)
                .orElseThrow(() -> codes.mismatchFor(username, CodePurpose.PASSWORD_RESET, code));
        codes.redeem(user, CodePurpose.PASSWORD_RESET, code);
        users.setPassword(user, slowHash.hash(password), UserStatus.CONFIRMED);
        return Map.of();
    }

    /** To anyone else delivery is simulated: the answer must not tell who has an account. */
    private static boolean canReceiveCodes(User user) {
        return user.enabled() && user.emailVerified();
    }

    private record CodeSent(CodeDeliveryDetails codeDeliveryDetails) {}
}
