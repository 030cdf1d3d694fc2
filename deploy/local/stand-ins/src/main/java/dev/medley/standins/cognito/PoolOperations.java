package dev.medley.standins.cognito;

import java.util.List;
import java.util.Map;

/** Describes the pool. */
final class PoolOperations implements OperationGroup {

    private final UserPool pool;
    private final UserPages users;

    PoolOperations(UserPool pool, UserPages users) {
        this.pool = pool;
        this.users = users;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.signed("ListUserPools", this::listPools),
                Operation.signed("DescribeUserPool", this::describePool));
    }

    private PoolPage listPools(Input input) {
        input.optionalInteger("MaxResults", 1, Paging.LARGEST);
        long created = pool.createdAt().getEpochSecond();
        return new PoolPage(List.of(new PoolSummary(pool.id(), pool.name(), created, created)));
    }

    private DescribedPool describePool(Input input) {
        pool.require(input);
        long created = pool.createdAt().getEpochSecond();
        return new DescribedPool(new PoolType(
                pool.id(),
                pool.name(),
                pool.arn(),
                Map.of("PasswordPolicy", PasswordPolicy.STRICT),
                List.of("email"),
                List.of("email"),
                Map.of("CaseSensitive", false),
                "OFF",
                users.count(),
                created,
                created));
    }

    private record PoolPage(List<PoolSummary> userPools) {}

    private record PoolSummary(String id, String name, long creationDate, long lastModifiedDate) {}

    private record DescribedPool(PoolType userPool) {}

    private record PoolType(
            String id,
            String name,
            String arn,
            Map<String, PasswordPolicy> policies,
            List<String> usernameAttributes,
            List<String> autoVerifiedAttributes,
            Map<String, Boolean> usernameConfiguration,
            String mfaConfiguration,
            long estimatedNumberOfUsers,
            long creationDate,
            long lastModifiedDate) {}
}
