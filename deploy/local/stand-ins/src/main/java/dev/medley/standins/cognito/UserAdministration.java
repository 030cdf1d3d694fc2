package dev.medley.standins.cognito;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What administrators do with one user. */
final class UserAdministration implements OperationGroup {

    private final UserPool pool;
    private final Users users;
    private final Passwords passwords;
    private final Secrets secrets;
    private final Postman postman;
    private final SignUpTriggers triggers;
    private final UnitOfWork work;

    UserAdministration(
            UserPool pool,
            Users users,
            Passwords passwords,
            Secrets secrets,
            Postman postman,
            SignUpTriggers triggers,
            UnitOfWork work) {
        this.pool = pool;
        this.users = users;
        this.passwords = passwords;
        this.secrets = secrets;
        this.postman = postman;
        this.triggers = triggers;
        this.work = work;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.signed("AdminCreateUser", this::create).inStages(),
                Operation.signed("AdminGetUser", this::get),
                Operation.signed("AdminConfirmSignUp", this::confirm).inStages(),
                Operation.signed("AdminSetUserPassword", this::setPassword),
                Operation.signed("AdminDeleteUser", this::delete));
    }

    private Created create(Input input) {
        pool.require(input);
        String username = input.text("Username");
        String given = input.optionalText("TemporaryPassword");
        String password = given == null ? secrets.temporaryPassword() : given;
        Attributes attributes = Attributes.ofAdministrator(username, input.attributes("UserAttributes"));
        PasswordPolicy.STRICT.check(password);
        MessageAction action = MessageAction.of(input);
        TriggerContext context = TriggerContext.ofAdministrator(input);
        User user =
                switch (action) {
                    case SEND, SUPPRESS -> invite(input, context, attributes, password);
                    case RESEND -> work.run(() -> reinvite(input, password));
                };
        if (action != MessageAction.SUPPRESS) {
            postman.send(new Letter(TriggerSource.CUSTOM_MESSAGE_ADMIN_CREATE_USER, context, user, password));
        }
        return new Created(UserType.of(user, List.of()));
    }

    /** PreSignUp may veto; what else it answers counts for self-service only. */
    private User invite(Input input, TriggerContext context, Attributes attributes, String password) {
        UUID generated = UUID.randomUUID();
        triggers.preSignUp(
                TriggerSource.PRE_SIGN_UP_ADMIN_CREATE_USER,
                context,
                generated,
                attributes,
                input.attributes("ValidationData"));
        return work.run(() -> users.add(
                        generated, attributes, passwords.prepare(generated, password), UserStatus.FORCE_CHANGE_PASSWORD)
                .orElseThrow(CognitoError::userAccountExists));
    }

    private User reinvite(Input input, String password) {
        User user = users.require(input);
        if (user.status() != UserStatus.FORCE_CHANGE_PASSWORD) {
            throw new CognitoError(
                    ErrorType.UNSUPPORTED_USER_STATE,
                    "Resend not possible. %s status is not FORCE_CHANGE_PASSWORD".formatted(user.username()));
        }
        return users.setPassword(user, passwords.prepare(user.username(), password), UserStatus.FORCE_CHANGE_PASSWORD);
    }

    private Found get(Input input) {
        pool.require(input);
        User user = users.require(input);
        return new Found(
                user.username().toString(),
                user.attributeTypes(),
                user.createdAt().getEpochSecond(),
                user.updatedAt().getEpochSecond(),
                user.enabled(),
                user.status());
    }

    /** Confirms the account; whether the address is the user's stays unproven. */
    private Object confirm(Input input) {
        pool.require(input);
        User confirmed = work.run(() -> {
            User user = users.require(input);
            if (user.status() != UserStatus.UNCONFIRMED) {
                throw CognitoError.notAuthorized("User cannot be confirmed. Current status is " + user.status());
            }
            return users.confirm(user, false);
        });
        triggers.postConfirmation(TriggerSource.POST_CONFIRMATION, TriggerContext.ofAdministrator(input), confirmed);
        return Map.of();
    }

    private Object setPassword(Input input) {
        pool.require(input);
        String password = input.text("Password");
        User user = users.require(input);
        PasswordPolicy.STRICT.check(password);
        users.setPassword(
                user,
                passwords.prepare(user.username(), password),
                input.flag("Permanent") ? UserStatus.CONFIRMED : UserStatus.FORCE_CHANGE_PASSWORD);
        return Map.of();
    }

    private Object delete(Input input) {
        pool.require(input);
        users.delete(users.require(input));
        return Map.of();
    }

    private enum MessageAction {
        SEND,
        SUPPRESS,
        RESEND;

        static MessageAction of(Input input) {
            @Nullable String name = input.optionalText("MessageAction");
            if (name == null) {
                return SEND;
            }
            return switch (name) {
                case "SUPPRESS" -> SUPPRESS;
                case "RESEND" -> RESEND;
                default ->
                    throw CognitoError.invalidParameter(
                            "1 validation error detected: Value '%s' at 'messageAction' failed to satisfy constraint: Member must satisfy enum value set: [SUPPRESS, RESEND]"
                                    .formatted(name));
            };
        }
    }

    private record Created(UserType user) {}

    private record Found(
            String username,
            List<User.AttributeType> userAttributes,
            long userCreateDate,
            long userLastModifiedDate,
            boolean enabled,
            UserStatus userStatus) {}
}
