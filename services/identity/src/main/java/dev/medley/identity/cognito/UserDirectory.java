package dev.medley.identity.cognito;

import dev.medley.identity.cognito.DirectoryUser.Standing;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/**
 * What administrators do with the users of the pool. Every method may be repeated, and fails with a
 * {@link ProblemException} that may be shown to an administrator, to whom it is no secret whether an account exists.
 */
@Component
public class UserDirectory {

    /** The most that the pool lists at once. */
    private static final int PAGE = 60;

    private final PoolCalls pool;

    UserDirectory(PoolCalls pool) {
        this.pool = pool;
    }

    /**
     * Looks a user up.
     *
     * @param username {@code sub} or e-mail address
     */
    public Optional<DirectoryUser> find(String username) {
        return pool.callAbout(() -> {
            try {
                return Optional.of(user(pool.cognito()
                        .adminGetUser(
                                request -> request.userPoolId(pool.poolId()).username(username))));
            } catch (UserNotFoundException _) {
                return Optional.empty();
            }
        });
    }

    /**
     * A part of all users.
     *
     * @param users up to 60
     * @param next where the next part begins; absent after the last
     */
    public record Part(List<DirectoryUser> users, @Nullable String next) {}

    /**
     * The users from a place on, in the pool's own order.
     *
     * @param from the place, as the part before names it; absent for the first part
     */
    public Part list(@Nullable String from) {
        return pool.call(() -> {
            ListUsersResponse response = pool.cognito()
                    .listUsers(request ->
                            request.userPoolId(pool.poolId()).limit(PAGE).paginationToken(from));
            List<DirectoryUser> users = response.users().stream()
                    .map(user -> user(user.attributes(), user.userStatus(), user.enabled()))
                    .toList();
            return new Part(users, response.paginationToken());
        });
    }

    /**
     * Makes a user and has the pool mail them a temporary password.
     *
     * @return the new user's {@code sub}; empty when there is a user with this address
     */
    public Optional<String> invite(String email) {
        return pool.callAbout(() -> {
            try {
                return Optional.of(value(
                        pool.cognito()
                                .adminCreateUser(request -> request.userPoolId(pool.poolId())
                                        .username(email)
                                        .desiredDeliveryMediums(DeliveryMediumType.EMAIL)
                                        .userAttributes(attribute("email", email), attribute("email_verified", "true")))
                                .user()
                                .attributes(),
                        "sub"));
            } catch (UsernameExistsException _) {
                return Optional.empty();
            }
        });
    }

    /**
     * Gives a user another address, taken as proved.
     *
     * @throws ProblemException {@link ProblemCode#CONFLICT} when somebody else has it
     */
    public void changeEmail(String sub, String email) {
        pool.callAbout(() -> {
            try {
                return pool.cognito()
                        .adminUpdateUserAttributes(request -> request.userPoolId(pool.poolId())
                                .username(sub)
                                .userAttributes(attribute("email", email), attribute("email_verified", "true")));
            } catch (AliasExistsException | UsernameExistsException e) {
                throw ProblemException.of(ProblemCode.CONFLICT, "Another account has this address.")
                        .causedBy(e);
            }
        });
    }

    /** Refuses every sign-in and refresh from now on, and ends the sessions there are. */
    public void disable(String sub) {
        pool.callAbout(() -> pool.cognito()
                .adminDisableUser(request -> request.userPoolId(pool.poolId()).username(sub)));
        pool.callAbout(() -> pool.cognito()
                .adminUserGlobalSignOut(
                        request -> request.userPoolId(pool.poolId()).username(sub)));
    }

    /** Lets a disabled user sign in again. */
    public void enable(String sub) {
        pool.callAbout(() -> pool.cognito()
                .adminEnableUser(request -> request.userPoolId(pool.poolId()).username(sub)));
    }

    /** Removes a user with all sessions; one who is not there is as good as removed. */
    public void remove(String sub) {
        pool.call(() -> {
            try {
                return pool.cognito()
                        .adminDeleteUser(
                                request -> request.userPoolId(pool.poolId()).username(sub));
            } catch (UserNotFoundException _) {
                return Optional.empty();
            }
        });
    }

    private static DirectoryUser user(AdminGetUserResponse user) {
        return user(user.userAttributes(), user.userStatus(), user.enabled());
    }

    private static DirectoryUser user(List<AttributeType> attributes, UserStatusType status, boolean enabled) {
        boolean verified = attributes.stream()
                .anyMatch(attribute -> attribute.name().equals("email_verified")
                        && attribute.value().equals("true"));
        return new DirectoryUser(
                value(attributes, "sub"), value(attributes, "email"), verified, standing(status), enabled);
    }

    private static Standing standing(UserStatusType status) {
        return switch (status) {
            case FORCE_CHANGE_PASSWORD -> Standing.INVITED;
            case CONFIRMED, RESET_REQUIRED, EXTERNAL_PROVIDER, COMPROMISED, ARCHIVED -> Standing.CONFIRMED;
            case UNCONFIRMED, UNKNOWN, UNKNOWN_TO_SDK_VERSION -> Standing.UNCONFIRMED;
        };
    }

    private static AttributeType attribute(String name, String value) {
        return AttributeType.builder().name(name).value(value).build();
    }

    private static String value(Iterable<AttributeType> attributes, String name) {
        for (AttributeType attribute : attributes) {
            if (attribute.name().equals(name)) {
                return attribute.value();
            }
        }
        throw new IllegalStateException("a user of the pool has no " + name);
    }
}
