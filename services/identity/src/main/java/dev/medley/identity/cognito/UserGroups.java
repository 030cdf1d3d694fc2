package dev.medley.identity.cognito;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;

/** The groups of the pool's users. Every method may be repeated, and fails as {@link UserDirectory}'s do. */
@Component
public class UserGroups {

    private final PoolCalls pool;

    UserGroups(PoolCalls pool) {
        this.pool = pool;
    }

    /** The groups of a user. */
    public Set<String> of(String sub) {
        return pool.callAbout(() -> pool
                .cognito()
                .adminListGroupsForUserPaginator(
                        request -> request.userPoolId(pool.poolId()).username(sub))
                .groups()
                .stream()
                .map(GroupType::groupName)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Adds a user to a group of the pool. */
    public void join(String sub, String group) {
        pool.callAbout(() -> pool.cognito()
                .adminAddUserToGroup(request ->
                        request.userPoolId(pool.poolId()).username(sub).groupName(group)));
    }

    /** Removes a user from a group of the pool. */
    public void leave(String sub, String group) {
        pool.callAbout(() -> pool.cognito()
                .adminRemoveUserFromGroup(request ->
                        request.userPoolId(pool.poolId()).username(sub).groupName(group)));
    }
}
