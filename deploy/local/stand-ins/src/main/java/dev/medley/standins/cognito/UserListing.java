package dev.medley.standins.cognito;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** ListUsers. */
final class UserListing implements OperationGroup {

    private final UserPool pool;
    private final UserPages users;

    UserListing(UserPool pool, UserPages users) {
        this.pool = pool;
        this.users = users;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.signed("ListUsers", this::list));
    }

    private Page list(Input input) {
        pool.require(input);
        int limit = Paging.limit(input, "Limit");
        UserFilter filter = UserFilter.parse(input.optionalText("Filter"));
        List<String> attributes = input.texts("AttributesToGet");
        long after = position(Paging.after(input, "PaginationToken", "0"));
        Paging<User> page =
                Paging.cut(users.list(filter, after, limit + 1), limit, user -> Long.toString(user.position()));
        return new Page(
                page.rows().stream().map(user -> UserType.of(user, attributes)).toList(), page.token());
    }

    private static long position(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw Paging.invalidToken();
        }
    }

    private record Page(List<UserType> users, @Nullable String paginationToken) {}
}
