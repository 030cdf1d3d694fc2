package dev.medley.identity.cognito;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AdminGetUserResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

/**
 * The users of the pool. Like every public class of this package it fails with
 * {@link dev.medley.web.problem.ProblemException}s that may be shown to the caller.
 */
@Component
public class UserPool {

    /** The most that the pool lists at once. */
    private static final int PAGE = 60;

    private final PoolCalls pool;

    UserPool(PoolCalls pool) {
        this.pool = pool;
    }

    /** A user by e-mail address or {@code sub}. */
    public Optional<PoolUser> find(String username) {
        return pool.call(() -> {
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
    public record Part(List<PoolUser> users, @Nullable String next) {}

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
            List<PoolUser> users = response.users().stream()
                    .map(user -> user(user.attributes(), user.userStatus()))
                    .toList();
            return new Part(users, response.paginationToken());
        });
    }

    private static PoolUser user(AdminGetUserResponse user) {
        return user(user.userAttributes(), user.userStatus());
    }

    private static PoolUser user(List<AttributeType> attributes, UserStatusType status) {
        return new PoolUser(
                attribute(attributes, "sub"), attribute(attributes, "email"), status == UserStatusType.CONFIRMED);
    }

    private static String attribute(List<AttributeType> attributes, String name) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a user of the pool has no " + name))
                .value();
    }
}
