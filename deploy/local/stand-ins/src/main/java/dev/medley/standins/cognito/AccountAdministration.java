package dev.medley.standins.cognito;

import java.util.List;
import java.util.Map;

/** What administrators do with a user's access. */
final class AccountAdministration implements OperationGroup {

    private final UserPool pool;
    private final Users users;
    private final Sessions sessions;
    private final VerificationCodes codes;
    private final Postman postman;
    private final UnitOfWork work;

    AccountAdministration(
            UserPool pool, Users users, Sessions sessions, VerificationCodes codes, Postman postman, UnitOfWork work) {
        this.pool = pool;
        this.users = users;
        this.sessions = sessions;
        this.codes = codes;
        this.postman = postman;
        this.work = work;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.signed("AdminDisableUser", this::disable),
                Operation.signed("AdminEnableUser", this::enable),
                Operation.signed("AdminUserGlobalSignOut", this::signOut),
                Operation.signed("AdminResetUserPassword", this::resetPassword).inStages());
    }

    /** Also ends every session, which enabling does not bring back. */
    private Object disable(Input input) {
        pool.require(input);
        User user = users.require(input);
        users.setEnabled(user, false);
        sessions.revokeAllOf(user);
        return Map.of();
    }

    private Object enable(Input input) {
        pool.require(input);
        users.setEnabled(users.require(input), true);
        return Map.of();
    }

    private Object signOut(Input input) {
        pool.require(input);
        sessions.revokeAllOf(users.require(input));
        return Map.of();
    }

    /** The password counts no more; the code that replaces it is the one of a forgotten password. */
    private Object resetPassword(Input input) {
        pool.require(input);
        TriggerContext context = TriggerContext.ofAdministrator(input);
        postman.sendOrFail(work.run(() -> {
            User user = users.require(input);
            requireResettable(user);
            User reset = users.setPassword(user, user.password(), UserStatus.RESET_REQUIRED);
            String code = codes.issue(reset, CodePurpose.PASSWORD_RESET);
            return new Letter(TriggerSource.CUSTOM_MESSAGE_FORGOT_PASSWORD, context, reset, code);
        }));
        return Map.of();
    }

    private static void requireResettable(User user) {
        switch (user.status()) {
            case CONFIRMED, RESET_REQUIRED -> {}
            case UNCONFIRMED, FORCE_CHANGE_PASSWORD ->
                throw CognitoError.notAuthorized("User password cannot be reset in the current state.");
        }
        if (!user.emailVerified()) {
            throw CognitoError.invalidParameter(
                    "Cannot reset password for the user as there is no registered/verified email or phone_number");
        }
    }
}
