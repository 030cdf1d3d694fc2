package dev.medley.standins.cognito;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signing up and proving the address. */
final class SignUpOperations implements OperationGroup {

    private final AppClients clients;
    private final Users users;
    private final Passwords passwords;
    private final VerificationCodes codes;
    private final Limits limits;
    private final Postman postman;
    private final SignUpTriggers triggers;
    private final UnitOfWork work;

    SignUpOperations(
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
                Operation.open("SignUp", this::signUp).inStages(),
                Operation.open("ConfirmSignUp", this::confirm).inStages(),
                Operation.open("ResendConfirmationCode", this::resend).inStages());
    }

    private SignedUp signUp(Input input) {
        AppClient client = clients.require(input);
        String username = input.text("Username");
        client.checkSecretHash(username, input.optionalText("SecretHash"));
        String password = input.text("Password");
        Attributes attributes = Attributes.ofSignUp(username, input.attributes("UserAttributes"));
        PasswordPolicy.STRICT.check(password);
        TriggerContext context = TriggerContext.of(client, input);
        UUID generated = UUID.randomUUID();
        SignUpTriggers.PreSignUpAnswer answer = triggers.preSignUp(
                TriggerSource.PRE_SIGN_UP, context, generated, attributes, input.attributes("ValidationData"));
        if (answer.confirm()) {
            User user = work.run(
                    () -> add(generated, attributes.verified(answer.verifyEmail()), password, UserStatus.CONFIRMED));
            triggers.postConfirmation(TriggerSource.POST_CONFIRMATION, context, user);
            return new SignedUp(true, user.username().toString(), null);
        }
        Letter letter = work.run(() -> {
            User user = add(generated, attributes.verified(answer.verifyEmail()), password, UserStatus.UNCONFIRMED);
            String code = codes.issue(user, CodePurpose.SIGN_UP);
            return new Letter(TriggerSource.CUSTOM_MESSAGE_SIGN_UP, context, user, code);
        });
        return new SignedUp(false, generated.toString(), postman.send(letter));
    }

    private User add(UUID generated, Attributes attributes, String password, UserStatus status) {
        return users.add(generated, attributes, passwords.prepare(generated, password), status)
                .orElseThrow(CognitoError::userExists);
    }

    private Object confirm(Input input) {
        AppClient client = clients.require(input);
        String username = input.text("Username");
        client.checkSecretHash(username, input.optionalText("SecretHash"));
        String code = input.text("ConfirmationCode");
        User confirmed = work.run(() -> confirm(username, code));
        triggers.postConfirmation(TriggerSource.POST_CONFIRMATION, TriggerContext.of(client, input), confirmed);
        return Map.of();
    }

    private User confirm(String username, String code) {
        User user = users.find(username).orElseThrow(() -> codes.mismatchFor(username, CodePurpose.SIGN_UP, code));
        if (user.status() != UserStatus.UNCONFIRMED) {
            throw CognitoError.notAuthorized("User cannot be confirmed. Current status is " + user.status());
        }
        codes.redeem(user, CodePurpose.SIGN_UP, code);
        return users.confirm(user, true);
    }

    private CodeSent resend(Input input) {
        AppClient client = clients.require(input);
        String username = input.text("Username");
        client.checkSecretHash(username, input.optionalText("SecretHash"));
        TriggerContext context = TriggerContext.of(client, input);
        return work.run(() -> renew(username, context))
                .map(postman::send)
                .map(CodeSent::new)
                .orElseGet(() -> new CodeSent(CodeDeliveryDetails.to(username)));
    }

    /** A new code, or empty for whoever gets none and must not be told so. */
    private Optional<Letter> renew(String username, TriggerContext context) {
        Optional<User> user = users.find(username);
        limits.take(user.map(User::email).orElseGet(() -> Users.normalize(username)), Limit.SIGN_UP_RESEND);
        if (user.isEmpty() || !user.get().enabled()) {
            codes.pretendToIssue();
            return Optional.empty();
        }
        if (user.get().status() != UserStatus.UNCONFIRMED) {
            throw CognitoError.invalidParameter("User is already confirmed.");
        }
        String code = codes.issue(user.get(), CodePurpose.SIGN_UP);
        return Optional.of(new Letter(TriggerSource.CUSTOM_MESSAGE_RESEND_CODE, context, user.get(), code));
    }

    private record SignedUp(
            boolean userConfirmed, String userSub, @Nullable CodeDeliveryDetails codeDeliveryDetails) {}

    private record CodeSent(CodeDeliveryDetails codeDeliveryDetails) {}
}
