package dev.medley.standins.cognito;

import static dev.medley.standins.cognito.Refusals.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupExistsException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ListUsersResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ResourceNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserType;

@ExtendWith(PoolExtension.class)
class ListingIT {

    private final PoolFixture pool;

    ListingIT(PoolFixture pool) {
        this.pool = pool;
    }

    @Test
    void pagesShowEveryUserOnceInOrderOfCreation() {
        List<String> emails = IntStream.range(0, 5)
                .mapToObj(_ -> pool.invitedUser("Temporary-1"))
                .toList();

        List<String> seen = new ArrayList<>();
        String token = null;
        do {
            ListUsersResponse page = list("email ^= \"fan-\"", 2, token);
            assertThat(page.users()).hasSizeBetween(1, 2);
            page.users().forEach(user -> seen.add(email(user)));
            token = page.paginationToken();
        } while (token != null);

        assertThat(seen).doesNotHaveDuplicates().containsSubsequence(emails);
    }

    @Test
    void usersAreFoundByWholeValuesAndByBeginnings() {
        String email = pool.newEmail();
        String sub = pool.signUp(email).userSub();

        for (String filter : List.of(
                "email = \"" + email.toUpperCase(Locale.ROOT) + "\"",
                "email ^= \"" + email.substring(0, 30) + "\"",
                "username = \"" + sub + "\"",
                "sub^=\"" + sub.substring(0, 30) + "\"")) {
            assertThat(list(filter, 10, null).users())
                    .as(filter)
                    .extracting(UserType::username)
                    .containsExactly(sub);
        }
        assertThat(list("email = \"" + email.substring(0, 30) + "\"", 10, null).users())
                .isEmpty();
        assertThat(list("cognito:user_status = \"Unconfirmed\"", 60, null).users())
                .extracting(UserType::userStatusAsString)
                .contains("UNCONFIRMED")
                .containsOnly("UNCONFIRMED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"email", "email = x", "phone = \"1\"", "email ~ \"x\"", "email = \"x\" or 1=1"})
    void aFilterThatSaysNothingIsRefused(String filter) {
        assertRefusal(InvalidParameterException.class, "Error while parsing filter", () -> list(filter, 10, null));
    }

    @Test
    void limitsAndTokensAreChecked() {
        assertRefusal(
                InvalidParameterException.class,
                "1 validation error detected: Value '61' at 'limit' failed to satisfy constraint: "
                        + "Member must have value less than or equal to 60",
                () -> list("", 61, null));
        assertRefusal(
                InvalidParameterException.class, "Invalid pagination token", () -> list("", 10, "bm90IGEgbnVtYmVy"));
    }

    @Test
    void onlyTheWantedAttributesAreShown() {
        String email = pool.invitedUser("Temporary-1");

        assertThat(pool.client()
                        .listUsers(request -> request.userPoolId(pool.standIn().userPoolId())
                                .filter("email = \"" + email + "\"")
                                .attributesToGet("email"))
                        .users())
                .singleElement()
                .satisfies(user -> assertThat(user.attributes())
                        .extracting(AttributeType::name)
                        .containsExactly("email"));
    }

    @Test
    void usersJoinAndLeaveGroups() {
        String email = pool.confirmedUser();
        createGroup("editors");
        createGroup("auditors");

        join(email, "editors");
        join(email, "editors");
        join(email, "auditors");
        assertThat(groupsOf(email)).containsExactly("auditors", "editors");

        pool.client()
                .adminRemoveUserFromGroup(
                        request -> request.userPoolId(pool.standIn().userPoolId())
                                .username(email)
                                .groupName("auditors"));
        assertThat(groupsOf(email)).containsExactly("editors");
        assertThat(pool.client()
                        .listGroups(request -> request.userPoolId(pool.standIn().userPoolId()))
                        .groups())
                .extracting(GroupType::groupName)
                .contains("auditors", "editors");
    }

    @Test
    void missingAndDoubleGroupsAreRefused() {
        String email = pool.confirmedUser();
        createGroup("curators");

        assertRefusal(
                GroupExistsException.class, "A group with the name already exists.", () -> createGroup("curators"));
        assertRefusal(ResourceNotFoundException.class, "Group not found.", () -> join(email, "nobodies"));
        assertRefusal(UserNotFoundException.class, "User does not exist.", () -> join(pool.newEmail(), "curators"));
    }

    private ListUsersResponse list(String filter, int limit, @Nullable String token) {
        return pool.client()
                .listUsers(request -> request.userPoolId(pool.standIn().userPoolId())
                        .filter(filter)
                        .limit(limit)
                        .paginationToken(token));
    }

    private void createGroup(String name) {
        pool.client()
                .createGroup(request ->
                        request.userPoolId(pool.standIn().userPoolId()).groupName(name));
    }

    private void join(String email, String group) {
        pool.client()
                .adminAddUserToGroup(
                        request -> request.userPoolId(pool.standIn().userPoolId())
                                .username(email)
                                .groupName(group));
    }

    private List<String> groupsOf(String email) {
        return pool
                .client()
                .adminListGroupsForUser(request ->
                        request.userPoolId(pool.standIn().userPoolId()).username(email))
                .groups()
                .stream()
                .map(GroupType::groupName)
                .toList();
    }

    private static String email(UserType user) {
        return user.attributes().stream()
                .filter(attribute -> attribute.name().equals("email"))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
