package dev.medley.standins.cognito;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

/** What only administrators do. */
final class AdministrationScenarios {

    private AdministrationScenarios() {}

    static List<Scenario> all() {
        return List.of(
                Scenario.of(
                        "invite",
                        "{User{Attributes[{Name, Value}], Enabled=true, UserCreateDate, UserLastModifiedDate, UserStatus=FORCE_CHANGE_PASSWORD, Username}}",
                        actor -> Outcomes.of(() -> actor.invite(actor.newEmail()))),
                Scenario.of("invite twice", "UsernameExistsException: User account already exists", actor -> {
                    String email = actor.invited();
                    return Outcomes.of(() -> actor.invite(email));
                }),
                Scenario.of(
                        "look at a user",
                        "{Enabled=true, UserAttributes[{Name, Value}], UserCreateDate, UserLastModifiedDate, UserStatus=CONFIRMED, Username}",
                        actor -> look(actor, actor.user())),
                Scenario.of(
                        "look at nobody",
                        "UserNotFoundException: User does not exist.",
                        actor -> look(actor, actor.newEmail())),
                Scenario.of("disable and enable", "{}; {}; " + SignInScenarios.TOKENS, actor -> {
                    String email = actor.user();
                    String pool = actor.target().poolId();
                    return Outcomes.then(
                            Outcomes.of(() -> actor.client()
                                    .adminDisableUser(
                                            request -> request.userPoolId(pool).username(email))),
                            Outcomes.of(() -> actor.client()
                                    .adminEnableUser(
                                            request -> request.userPoolId(pool).username(email))),
                            Outcomes.of(() -> actor.signIn(email, Actor.PASSWORD)));
                }),
                Scenario.of(
                        "join a group",
                        "{}; groups 1",
                        actor -> withGroup(actor, group -> {
                            String email = actor.user();
                            String pool = actor.target().poolId();
                            return Outcomes.then(
                                    Outcomes.of(() -> actor.client()
                                            .adminAddUserToGroup(request -> request.userPoolId(pool)
                                                    .username(email)
                                                    .groupName(group))),
                                    "groups "
                                            + actor
                                                    .client()
                                                    .adminListGroupsForUser(request -> request.userPoolId(pool)
                                                            .username(email))
                                                    .groups()
                                                    .stream()
                                                    .map(GroupType::groupName)
                                                    .filter(group::equals)
                                                    .count());
                        })),
                Scenario.of(
                        "create a group twice",
                        "GroupExistsException: A group with the name already exists.",
                        actor -> withGroup(
                                actor,
                                group -> Outcomes.of(() -> actor.client()
                                        .createGroup(request -> request.userPoolId(
                                                        actor.target().poolId())
                                                .groupName(group))))),
                Scenario.of("leave a group that is deleted", "{}; no groups", actor -> {
                    String email = actor.user();
                    String pool = actor.target().poolId();
                    String deleted = withGroup(
                            actor,
                            group -> Outcomes.of(() -> actor.client()
                                    .adminAddUserToGroup(request -> request.userPoolId(pool)
                                            .username(email)
                                            .groupName(group))));
                    boolean none = actor.client()
                            .adminListGroupsForUser(
                                    request -> request.userPoolId(pool).username(email))
                            .groups()
                            .isEmpty();
                    return Outcomes.then(deleted, none ? "no groups" : "a group");
                }),
                Scenario.of("join no group", "ResourceNotFoundException: Group not found.", actor -> {
                    String email = actor.user();
                    return Outcomes.of(() -> actor.client()
                            .adminAddUserToGroup(
                                    request -> request.userPoolId(actor.target().poolId())
                                            .username(email)
                                            .groupName("nowhere")));
                }),
                Scenario.of("find a user by address", "1 user, the right one", actor -> {
                    actor.user();
                    String email = actor.user();
                    List<UserType> found = actor.client()
                            .listUsers(request ->
                                    request.userPoolId(actor.target().poolId()).filter("email = \"" + email + "\""))
                            .users();
                    boolean right = found.stream()
                            .allMatch(user -> user.attributes().contains(Actor.attribute("email", email)));
                    return found.size() + " user, " + (right ? "the right one" : "others");
                }),
                Scenario.of("page through users", "2, more; 2 others", actor -> {
                    for (int i = 0; i < 4; i++) {
                        actor.user();
                    }
                    String pool = actor.target().poolId();
                    ListUsersResponse first = actor.client()
                            .listUsers(request -> request.userPoolId(pool).limit(2));
                    ListUsersResponse second = actor.client()
                            .listUsers(request ->
                                    request.userPoolId(pool).limit(2).paginationToken(first.paginationToken()));
                    List<String> names =
                            first.users().stream().map(UserType::username).toList();
                    long others = second.users().stream()
                            .filter(user -> !names.contains(user.username()))
                            .count();
                    return names.size() + (first.paginationToken() == null ? ", end; " : ", more; ") + others
                            + " others";
                }),
                Scenario.of("delete a user", "{}; UserNotFoundException: User does not exist.", actor -> {
                    String email = actor.user();
                    return Outcomes.then(
                            Outcomes.of(() -> actor.client()
                                    .adminDeleteUser(request -> request.userPoolId(
                                                    actor.target().poolId())
                                            .username(email))),
                            look(actor, email));
                }),
                Scenario.of(
                        "set a weak password",
                        "InvalidPasswordException: Password did not conform with policy: Password not long enough",
                        actor -> {
                            String email = actor.user();
                            return Outcomes.of(() -> actor.client()
                                    .adminSetUserPassword(request -> request.userPoolId(
                                                    actor.target().poolId())
                                            .username(email)
                                            .password("weak")
                                            .permanent(true)));
                        }));
    }

    private static String look(Actor actor, String email) {
        return Outcomes.of(() -> actor.client()
                .adminGetUser(
                        request -> request.userPoolId(actor.target().poolId()).username(email)));
    }

    private static String withGroup(Actor actor, UnaryOperator<String> body) {
        String group = "fans-" + UUID.randomUUID();
        String pool = actor.target().poolId();
        actor.client().createGroup(request -> request.userPoolId(pool).groupName(group));
        try {
            return body.apply(group);
        } finally {
            actor.client().deleteGroup(request -> request.userPoolId(pool).groupName(group));
        }
    }
}
