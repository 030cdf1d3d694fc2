package dev.medley.standins.cognito;

import java.util.List;
import java.util.Map;

/** What users do with their own account. */
final class AccountOperations implements OperationGroup {

    private final AccessTokens accessTokens;
    private final Users users;
    private final Passwords passwords;
    private final Limits limits;

    AccountOperations(AccessTokens accessTokens, Users users, Passwords passwords, Limits limits) {
        this.accessTokens = accessTokens;
        this.users = users;
        this.passwords = passwords;
        this.limits = limits;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.open("GetUser", this::get),
                Operation.open("ChangePassword", this::changePassword),
                Operation.open("DeleteUser", this::delete));
    }

    private Self get(Input input) {
        User user = accessTokens.bearer(input.text("AccessToken"));
        return new Self(user.username().toString(), user.attributeTypes());
    }

    /** Sessions go on: neither a changed nor a reset password ends any, as with the real service. */
    private Object changePassword(Input input) {
        String previous = input.text("PreviousPassword");
        String proposed = input.text("ProposedPassword");
        PasswordPolicy.STRICT.check(proposed);
        User user = accessTokens.bearer(input.text("AccessToken"));
        limits.take(user.email(), Limit.PASSWORD_CHANGE_ATTEMPT);
        if (!passwords.matches(previous, user)) {
            throw CognitoError.incorrectCredentials();
        }
        limits.clear(user.email(), Limit.PASSWORD_CHANGE_ATTEMPT);
        users.setPassword(user, passwords.prepare(user.username(), proposed), UserStatus.CONFIRMED);
        return Map.of();
    }

    private Object delete(Input input) {
        users.delete(accessTokens.bearer(input.text("AccessToken")));
        return Map.of();
    }

    private record Self(String username, List<User.AttributeType> userAttributes) {}
}
