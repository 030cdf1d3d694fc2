package dev.medley.identity.cognito;

import dev.medley.identity.cognito.DirectoryUser.Standing;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AliasExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeliveryMediumType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UsernameExistsException;

/**
 * What administrators do with the users of the pool. Every method may be repeated, and fails with a
 * {@link ProblemException} that may be shown to an administrator, to whom it is no secret whether an account exists.
 */
@Component
public class UserDirectory {

    private final CognitoIdentityProviderClient cognito;
    private final CognitoProblems problems;
    private final String poolId;

    UserDirectory(CognitoIdentityProviderClient cognito, CognitoProperties properties, CognitoProblems problems) {
        this.cognito = cognito;
        this.problems = problems;
        this.poolId = properties.userPoolId();
    }

    /**
     * Looks a user up.
     *
     * @param username {@code sub} or e-mail address
     */
    public Optional<DirectoryUser> find(String username) {
        return call(() -> {
            try {
                return Optional.of(user(cognito.adminGetUser(
                        request -> request.userPoolId(poolId).username(username))));
            } catch (UserNotFoundException _) {
                return Optional.empty();
            }
        });
    }

    /**
     * Makes a user and has the pool mail them a temporary password.
     *
     * @return the new user's {@code sub}; empty when there is a user with this address
     */
    public Optional<String> invite(String email) {
        return call(() -> {
            try {
                return Optional.of(value(
                        cognito.adminCreateUser(request -> request.userPoolId(poolId)
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
        call(() -> {
            try {
                return cognito.adminUpdateUserAttributes(request -> request.userPoolId(poolId)
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
        call(() ->
                cognito.adminDisableUser(request -> request.userPoolId(poolId).username(sub)));
        call(() -> cognito.adminUserGlobalSignOut(
                request -> request.userPoolId(poolId).username(sub)));
    }

    /** Lets a disabled user sign in again. */
    public void enable(String sub) {
        call(() -> cognito.adminEnableUser(request -> request.userPoolId(poolId).username(sub)));
    }

    /** The groups of a user. */
    public Set<String> groups(String sub) {
        return call(() ->
                cognito
                        .adminListGroupsForUserPaginator(
                                request -> request.userPoolId(poolId).username(sub))
                        .groups()
                        .stream()
                        .map(GroupType::groupName)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Adds a user to a group of the pool. */
    public void join(String sub, String group) {
        call(() -> cognito.adminAddUserToGroup(
                request -> request.userPoolId(poolId).username(sub).groupName(group)));
    }

    /** Removes a user from a group of the pool. */
    public void leave(String sub, String group) {
        call(() -> cognito.adminRemoveUserFromGroup(
                request -> request.userPoolId(poolId).username(sub).groupName(group)));
    }

    private <T> T call(Supplier<T> operation) {
        try {
            return operation.get();
        } catch (UserNotFoundException e) {
            throw ProblemException.of(ProblemCode.NOT_FOUND, "There is no such account.")
                    .causedBy(e);
        } catch (SdkException e) {
            throw problems.translate(e);
        }
    }

    private static DirectoryUser user(AdminGetUserResponse user) {
        return new DirectoryUser(
                value(user.userAttributes(), "sub"),
                value(user.userAttributes(), "email"),
                standing(user.userStatus()),
                user.enabled());
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
