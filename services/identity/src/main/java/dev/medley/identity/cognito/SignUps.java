package dev.medley.identity.cognito;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CodeDeliveryFailureException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserLambdaValidationException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/** Registers addresses in the pool and confirms them. Whether an account exists never shows. */
@Component
public class SignUps {

    /** What the trigger before a sign-up says when an account has the address already. */
    public static final String DUPLICATE = "An account with this e-mail address exists already";

    /** What the bridge says in place of a trigger's answer that it could not get. */
    private static final String NO_VERDICT = "The sign-in service is not available right now";

    private static final Logger log = LoggerFactory.getLogger(SignUps.class);

    private final PoolCalls pool;
    private final UserDirectory users;

    SignUps(PoolCalls pool, UserDirectory users) {
        this.pool = pool;
        this.users = users;
    }

    /**
     * What became of a sign-up.
     *
     * @param sub of the new user; a random one that means nothing when there is none
     * @param created whether there is a new user, which the caller of the API must not learn
     */
    public record SignedUp(String sub, boolean created) {}

    /**
     * Registers an address and has a code mailed to it. A confirmed address gets the same answer with an id that means
     * nothing. An unconfirmed one starts over: whoever signed it up before, perhaps with a password of their own, has
     * not proved that it is theirs.
     *
     * @param locale the language of mails to come, as a BCP 47 tag; absent when the user's is not known
     */
    public SignedUp signUp(String email, String password, @Nullable String locale) {
        return pool.call(() -> {
            try {
                return register(email, password, locale);
            } catch (UsernameExistsException _) {
                return startOver(email, password, locale);
            } catch (UserLambdaValidationException e) {
                if (e.awsErrorDetails().errorMessage().contains(DUPLICATE)) {
                    return startOver(email, password, locale);
                }
                if (e.awsErrorDetails().errorMessage().contains(NO_VERDICT)) {
                    throw pool.problems().unavailable(e);
                }
                throw e;
            }
        });
    }

    private SignedUp startOver(String email, String password, @Nullable String locale) {
        Optional<DirectoryUser> existing = users.find(email);
        if (existing.filter(user -> user.standing() == DirectoryUser.Standing.UNCONFIRMED)
                .isEmpty()) {
            return new SignedUp(UUID.randomUUID().toString(), false);
        }
        users.remove(existing.get().sub());
        return register(email, password, locale);
    }

    private SignedUp register(String email, String password, @Nullable String locale) {
        List<AttributeType> attributes = new ArrayList<>();
        attributes.add(attribute("email", email));
        if (locale != null) {
            attributes.add(attribute("locale", locale));
        }
        String sub = pool.cognito()
                .signUp(request -> request.clientId(pool.clientId())
                        .secretHash(pool.secretHash(email))
                        .username(email)
                        .password(password)
                        .userAttributes(attributes))
                .userSub();
        return new SignedUp(sub, true);
    }

    private static AttributeType attribute(String name, String value) {
        return AttributeType.builder().name(name).value(value).build();
    }

    /** Confirms an address by the mailed code. */
    public PoolUser confirm(String email, String code) {
        pool.call(() -> {
            try {
                return pool.cognito()
                        .confirmSignUp(request -> request.clientId(pool.clientId())
                                .secretHash(pool.secretHash(email))
                                .username(email)
                                .confirmationCode(code));
            } catch (NotAuthorizedException e) {
                if (e.awsErrorDetails().errorMessage().contains("cannot be confirmed")) {
                    // Confirmed before: told apart from a wrong code, this would show that the account exists.
                    throw invalidCode().causedBy(e);
                }
                throw e;
            } catch (UserNotFoundException e) {
                throw invalidCode().causedBy(e);
            }
        });
        return users.find(email)
                .map(user -> new PoolUser(user.sub(), user.email(), user.emailVerified()))
                .orElseThrow(SignUps::invalidCode);
    }

    private static ProblemException invalidCode() {
        return ProblemException.of(ProblemCode.CODE_INVALID, "Invalid verification code");
    }

    /** Mails a new code, if there is an unconfirmed account; the answer is the same if there is none. */
    public void resendCode(String email) {
        pool.call(() -> {
            try {
                pool.cognito()
                        .resendConfirmationCode(request -> request.clientId(pool.clientId())
                                .secretHash(pool.secretHash(email))
                                .username(email));
            } catch (InvalidParameterException | UserNotFoundException e) {
                // Confirmed before, or no such account: neither shows.
                log.debug("no code to resend", e);
            } catch (CodeDeliveryFailureException e) {
                // Only an account that exists has a mail to fail.
                log.warn("a verification code could not be delivered", e);
            }
            return email;
        });
    }
}
