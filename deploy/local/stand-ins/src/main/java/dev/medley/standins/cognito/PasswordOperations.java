package dev.medley.standins.cognito;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Forgotten passwords. */
final class PasswordOperations implements OperationGroup {

    private final AppClients clients;
    private final Users users;
    private final Passwords passwords;
    private final VerificationCodes codes;
    private final Limits limits;
    private final Postman postman;
    private final SignUpTriggers triggers;
    private final UnitOfWork work;

    PasswordOperations(
            AppClients clients,
            Users users,
            Passwords passwords,
            VerificationCodes codes,
            Limits limits,
            Postman postman,
            SignUpTriggers triggers,
            UnitOfWork work) {
        this.clients = clients;
        this.users = users;
        this.passwords = passwords;
        this.codes = codes;
        this.limits = limits;
        this.postman = postman;
        this.triggers = triggers;
        this.work = work;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.open("ForgotPassword", this::forgot).inStages(),
                Operation.open("ConfirmForgotPassword", this::confirm).inStages());
    }

    private CodeSent forgot(Input input) {
        AppClient client = clients.require(input);
        String username = input.text("Username");
        client.checkSecretHash(username, input.optionalText("SecretHash"));
        TriggerContext context = TriggerContext.of(client, input);
        return work.run(() -> issue(username, context))
                .map(postman::send)
                .map(CodeSent::new)
                .orElseGet(() -> new CodeSent(CodeDeliveryDetails.to(username)));
    }

    /** A code, or empty for whoever gets none and must not be told so. */
    private Optional<Letter> issue(String username, TriggerContext context) {
        Optional<User> user = users.find(username);
        limits.take(user.map(User::email).orElseGet(() -> Users.normalize(username)), Limit.PASSWORD_RESET_REQUEST);
        if (user.isPresent() && user.get().status() == UserStatus.FORCE_CHANGE_PASSWORD) {
            throw CognitoError.notAuthorized("User password cannot be reset in the current state.");
        }
        Optional<User> recipient = user.filter(PasswordOperations::canReceiveCodes);
        if (recipient.isEmpty()) {
            codes.pretendToIssue();
        }
        return recipient.map(known -> new Letter(
                TriggerSource.CUSTOM_MESSAGE_FORGOT_PASSWORD,
                context,
                known,
                codes.issue(known, CodePurpose.PASSWORD_RESET)));
    }

    private Object confirm(Input input) {
        AppClient client = clients.require(input);
        String username = input.text("Username");
        client.checkSecretHash(username, input.optionalText("SecretHash"));
        String code = input.text("ConfirmationCode");
        String password = input.text("Password");
        PasswordPolicy.STRICT.check(password);
        User user = work.run(() -> reset(username, code, password));
        triggers.postConfirmation(
                TriggerSource.POST_CONFIRMATION_FORGOT_PASSWORD, TriggerContext.of(client, input), user);
        return Map.of();
    }

    private User reset(String username, String code, String password) {
        User user = users.find(username)
                .filter(User::enabled)
                .orElseThrow(() -> codes.mismatchFor(username, CodePurpose.PASSWORD_RESET, code));
        codes.redeem(user, CodePurpose.PASSWORD_RESET, code);
        return users.setPassword(user, passwords.prepare(user.username(), password), UserStatus.CONFIRMED);
    }

    /** To anyone else delivery is simulated: the answer must not tell who has an account. */
    private static boolean canReceiveCodes(User user) {
        return user.enabled() && user.emailVerified();
    }

    private record CodeSent(CodeDeliveryDetails codeDeliveryDetails) {}
}
