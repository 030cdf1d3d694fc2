package dev.medley.standins.cognito;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;

/**
 * Changes attributes. The pool does not hold a new e-mail address back until it is proven: it counts at once, for sign-in
 * too, as unverified, and gets a code.
 */
final class AttributeOperations implements OperationGroup {

    private final UserPool pool;
    private final AccessTokens accessTokens;
    private final Users users;
    private final VerificationCodes codes;
    private final Limits limits;
    private final Postman postman;
    private final UnitOfWork work;

    AttributeOperations(
            UserPool pool,
            AccessTokens accessTokens,
            Users users,
            VerificationCodes codes,
            Limits limits,
            Postman postman,
            UnitOfWork work) {
        this.pool = pool;
        this.accessTokens = accessTokens;
        this.users = users;
        this.codes = codes;
        this.limits = limits;
        this.postman = postman;
        this.work = work;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.open("UpdateUserAttributes", this::update).inStages(),
                Operation.open("DeleteUserAttributes", this::delete),
                Operation.open("GetUserAttributeVerificationCode", this::sendCode)
                        .inStages(),
                Operation.open("VerifyUserAttribute", this::verify),
                Operation.signed("AdminUpdateUserAttributes", this::adminUpdate).inStages(),
                Operation.signed("AdminDeleteUserAttributes", this::adminDelete));
    }

    private Updated update(Input input) {
        String token = input.text("AccessToken");
        AttributeUpdate update = AttributeUpdate.ofUser(input.attributes("UserAttributes"));
        TriggerContext context = accessTokens.context(token, input);
        return new Updated(change(() -> accessTokens.bearer(token), update, context).stream()
                .map(postman::send)
                .toList());
    }

    /** This operation has no error for a mail that cannot be delivered. */
    private Object adminUpdate(Input input) {
        pool.require(input);
        AttributeUpdate update = AttributeUpdate.ofAdministrator(input.attributes("UserAttributes"));
        change(() -> users.require(input), update, TriggerContext.ofAdministrator(input))
                .ifPresent(postman::sendOrFail);
        return Map.of();
    }

    /** Changes the user and gives the letter that a new, unproven address is to get. */
    private Optional<Letter> change(Supplier<User> finder, AttributeUpdate update, TriggerContext context) {
        try {
            return work.run(() -> {
                User before = finder.get();
                User after = users.update(before, update);
                return update.movesAddressOf(before) && !after.emailVerified()
                        ? Optional.of(letter(TriggerSource.CUSTOM_MESSAGE_UPDATE_USER_ATTRIBUTE, context, after))
                        : Optional.empty();
            });
        } catch (DuplicateKeyException e) {
            throw new CognitoError(ErrorType.ALIAS_EXISTS, "An account with the given email already exists.");
        }
    }

    private CodeSent sendCode(Input input) {
        String token = input.text("AccessToken");
        requireEmail(input);
        TriggerContext context = accessTokens.context(token, input);
        Letter letter = work.run(() -> {
            User user = accessTokens.bearer(token);
            limits.take(user.email(), Limit.EMAIL_CODE_REQUEST);
            return letter(TriggerSource.CUSTOM_MESSAGE_VERIFY_USER_ATTRIBUTE, context, user);
        });
        return new CodeSent(postman.send(letter));
    }

    private Letter letter(TriggerSource occasion, TriggerContext context, User user) {
        return new Letter(occasion, context, user, codes.issue(user, CodePurpose.EMAIL));
    }

    private Object verify(Input input) {
        User user = accessTokens.bearer(input.text("AccessToken"));
        requireEmail(input);
        codes.redeem(user, CodePurpose.EMAIL, input.text("Code"));
        users.update(user, new AttributeUpdate(null, true, Map.of()));
        return Map.of();
    }

    private Object delete(Input input) {
        users.update(accessTokens.bearer(input.text("AccessToken")), removal(input));
        return Map.of();
    }

    private Object adminDelete(Input input) {
        pool.require(input);
        users.update(users.require(input), removal(input));
        return Map.of();
    }

    private static AttributeUpdate removal(Input input) {
        Map<String, String> removed = new TreeMap<>();
        for (String name : input.texts("UserAttributeNames")) {
            if (name.equals("email") || name.equals("email_verified")) {
                throw CognitoError.invalidParameter("Cannot delete required attribute " + name);
            }
            removed.put(name, "");
        }
        return AttributeUpdate.ofAdministrator(removed);
    }

    private static void requireEmail(Input input) {
        if (!input.text("AttributeName").equals("email")) {
            throw CognitoError.invalidParameter("Only email can be verified in this user pool.");
        }
    }

    private record Updated(List<CodeDeliveryDetails> codeDeliveryDetailsList) {}

    private record CodeSent(CodeDeliveryDetails codeDeliveryDetails) {}
}
