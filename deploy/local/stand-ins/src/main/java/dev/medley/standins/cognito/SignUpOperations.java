package dev.medley.standins.cognito;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signing up and proving the address. */
final class SignUpOperations implements OperationGroup {

    private final AppClients clients;
    private final Users users;
    private final SlowHash slowHash;
    private final VerificationCodes codes;
    private final Limits limits;
    private final Postman postman;

    SignUpOperations(
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
                Operation.open("SignUp", this::signUp),
                Operation.open("ConfirmSignUp", this::confirm),
                Operation.open("ResendConfirmationCode", this::resend));
    }

    private SignedUp signUp(Input input) {
        AppClient client = clients.require(input);
        String username = input.text("Username");
        client.checkSecretHash(username, input.optionalText("SecretHash"));
        String password = input.text("Password");
        Attributes attributes = Attributes.ofSignUp(username, input.attributes("UserAttributes"));
        PasswordPolicy.STRICT.check(password);
        User user = users.add(attributes, slowHash.hash(password), UserStatus.UNCONFIRMED)
                .orElseThrow(CognitoError::userExists);
        CodeDeliveryDetails delivery = postman.sendCode(user.email(), codes.issue(user, CodePurpose.SIGN_UP));
        return new SignedUp(false, user.username().toString(), delivery);
    }

    private Object confirm(Input input) {
        AppClient client = clients.require(input);
        String username = input.text("Username");
        client.checkSecretHash(username, input.optionalText("SecretHash"));
        String code = input.text("ConfirmationCode");
        User user = users.find(username).orElseThrow(() -> codes.mismatchFor(username, CodePurpose.SIGN_UP, code));
        if (user.status() != UserStatus.UNCONFIRMED) {
            throw CognitoError.notAuthorized("User cannot be confirmed. Current status is " + user.status());
        }
        codes.redeem(user, CodePurpose.SIGN_UP, code);
        users.confirm(user, true);
        return Map.of();
    }

    private CodeSent resend(Input input) {
        AppClient client = clients.require(input);
        String username = input.text("Username");
        client.checkSecretHash(username, input.optionalText("SecretHash"));
        Optional<User> user = users.find(username);
        limits.take(user.map(User::email).orElseGet(() -> Users.normalize(username)), Limit.SIGN_UP_RESEND);
        if (user.isEmpty() || !user.get().enabled()) {
            codes.pretendToIssue();
            return new CodeSent(CodeDeliveryDetails.to(username));
        }
        if (user.get().status() != UserStatus.UNCONFIRMED) {
            throw CognitoError.invalidParameter("User is already confirmed.");
        }
        String code = codes.issue(user.get(), CodePurpose.SIGN_UP);
        return new CodeSent(postman.sendCode(user.get().email(), code));
    }

    private record SignedUp(boolean userConfirmed, String userSub, CodeDeliveryDetails codeDeliveryDetails) {}

    private record CodeSent(CodeDeliveryDetails codeDeliveryDetails) {}
}
