package dev.medley.standins.cognito;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Groups and their members. */
final class GroupOperations implements OperationGroup {

    private final UserPool pool;
    private final Users users;
    private final Groups groups;

    GroupOperations(UserPool pool, Users users, Groups groups) {
        this.pool = pool;
        this.users = users;
        this.groups = groups;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.signed("CreateGroup", this::create),
                Operation.signed("DeleteGroup", this::delete),
                Operation.signed("ListGroups", this::list),
                Operation.signed("AdminAddUserToGroup", this::join),
                Operation.signed("AdminRemoveUserFromGroup", this::leave),
                Operation.signed("AdminListGroupsForUser", this::listForUser));
    }

    private Created create(Input input) {
        pool.require(input);
        Group group = groups.add(
                        input.text("GroupName"),
                        input.optionalText("Description"),
                        input.optionalInteger("Precedence", 0, Integer.MAX_VALUE),
                        input.optionalText("RoleArn"))
                .orElseThrow(() -> new CognitoError(ErrorType.GROUP_EXISTS, "A group with the name already exists."));
        return new Created(show(group));
    }

    private Object delete(Input input) {
        pool.require(input);
        groups.delete(groups.require(input));
        return Map.of();
    }

    private Page list(Input input) {
        pool.require(input);
        int limit = Paging.limit(input, "Limit");
        return page(groups.list(Paging.after(input, "NextToken", ""), limit + 1), limit);
    }

    private Page listForUser(Input input) {
        pool.require(input);
        int limit = Paging.limit(input, "Limit");
        User user = users.require(input);
        return page(groups.listOf(user, Paging.after(input, "NextToken", ""), limit + 1), limit);
    }

    private Object join(Input input) {
        pool.require(input);
        groups.join(users.require(input), groups.require(input));
        return Map.of();
    }

    private Object leave(Input input) {
        pool.require(input);
        groups.leave(users.require(input), groups.require(input));
        return Map.of();
    }

    private Page page(List<Group> rows, int limit) {
        Paging<Group> page = Paging.cut(rows, limit, Group::name);
        return new Page(page.rows().stream().map(this::show).toList(), page.token());
    }

    private GroupType show(Group group) {
        return new GroupType(
                group.name(),
                pool.id(),
                group.description(),
                group.precedence(),
                group.roleArn(),
                group.createdAt().getEpochSecond(),
                group.updatedAt().getEpochSecond());
    }

    private record Created(GroupType group) {}

    private record Page(List<GroupType> groups, @Nullable String nextToken) {}

    private record GroupType(
            String groupName,
            String userPoolId,
            @Nullable String description,
            @Nullable Integer precedence,
            @Nullable String roleArn,
            long creationDate,
            long lastModifiedDate) {}
}
