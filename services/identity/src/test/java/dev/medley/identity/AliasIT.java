package dev.medley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.identity.IdentityClient.Answer;
import dev.medley.standins.LocalMail;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import dev.medley.testing.TestPlatform.TestUser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AliasIT {

    private static TestUser admin;

    private final String mark = "a" + UUID.randomUUID().toString().replace("-", "");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private TestPlatform platform;
    private IdentityClient client;

    @BeforeAll
    static void signIn(TestPlatform platform) {
        admin = TestRoles.signedIn(platform, "admin");
    }

    @BeforeEach
    void connect(TestPlatform platform) {
        this.platform = platform;
        client = new IdentityClient(port);
    }

    @Test
    void anInvitedUserGetsMailAndIsListed() {
        Answer created = create("Ludwig van Beethoven", mark + "@Example.com", "{\"label\":\"Opus\"}");

        assertThat(created.status()).as(created.response().body()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/users/" + created.text("id"));
        assertThat(created.body().propertyNames())
                .containsExactlyInAnyOrder("id", "name", "email", "createdAt", "updatedAt", "profile", "status");
        assertThat(created.text("name")).isEqualTo("Ludwig van Beethoven");
        assertThat(created.text("email")).isEqualTo(mark + "@example.com");
        assertThat(created.text("status")).isEqualTo("inactive");
        assertThat(created.body().at("/profile/label").asString()).isEqualTo("Opus");
        LocalMail.Mail mail = Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> platform.parts().mail().newestTo(mark + "@example.com"), found -> found != null);
        assertThat(mail.text()).contains("password");

        JsonNode list = list("?filter=" + mark);
        assertThat(list.propertyNames()).containsExactlyInAnyOrder("users", "total", "limit", "offset", "hasMore");
        JsonNode listed = list.at("/users/0");
        assertThat(listed.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "email",
                        "firstName",
                        "lastName",
                        "subscriptionStatus",
                        "preferences",
                        "createdAt",
                        "lastLoginAt");
        assertThat(listed.path("firstName").asString()).isEqualTo("Ludwig");
        assertThat(listed.path("lastName").asString()).isEqualTo("van Beethoven");
        assertThat(listed.path("subscriptionStatus").asString()).isEqualTo("pending");
    }

    @Test
    void usersArePagedByOffset() {
        for (String name : List.of("One", "Two", "Three")) {
            assertThat(create(name, mark + name + "@example.com", "{}").status())
                    .isEqualTo(201);
        }

        JsonNode first = list("?limit=2&filter=" + mark);
        assertThat(first.path("users")).hasSize(2);
        assertThat(first.path("total").asInt()).isEqualTo(3);
        assertThat(first.path("limit").asInt()).isEqualTo(2);
        assertThat(first.path("hasMore").asBoolean()).isTrue();
        JsonNode second = list("?limit=2&offset=2&subscriptionStatus=pending&emailType=financial&filter=" + mark);
        assertThat(second.path("users")).hasSize(1);
        assertThat(second.path("offset").asInt()).isEqualTo(2);
        assertThat(second.path("hasMore").asBoolean()).isFalse();
        JsonNode beyond = list("?offset=50&emailType=all&filter=" + mark);
        assertThat(beyond.path("users")).isEmpty();
        assertThat(beyond.path("limit").asInt()).isEqualTo(20);
        assertThat(beyond.path("hasMore").asBoolean()).isFalse();
        assertThat(list("?emailType=newsletter&filter=" + mark).path("total").asInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=101",
                "offset=-1",
                "offset=100001",
                "subscriptionStatus=x",
                "emailType=x",
                "limit=x"
            })
    void aListThatMakesNoSenseIsRefused(String query) {
        Answer answer = call("GET", "/dn_users_list?" + query, "");

        assertProblem(answer, 400, "invalid-request");
        assertDeprecated(answer);
    }

    @Test
    void anAddressIsInvitedOnce() {
        assertThat(create("Anna Berg", mark + "@example.com", "{}").status()).isEqualTo(201);

        Answer again = create("Anna Berg", mark + "@example.com", "{}");
        assertProblem(again, 409, "conflict");
        assertDeprecated(again);
        TestUser confirmed = platform.signedInUser(mark + "-2@example.com");
        assertProblem(create("Berta", confirmed.email(), "{}"), 409, "conflict");
    }

    @Test
    void aRepeatUnderTheSameKeyGetsTheSameAnswer() {
        String body = body("Anna Berg", mark + "@example.com", "{}");
        Answer first = call("POST", "/dn_users_list", body, "Idempotency-Key", mark);
        Answer again = call("POST", "/dn_users_list", body, "Idempotency-Key", mark);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void anInvitationThatStoppedHalfWayIsCompletedByARepeat() {
        platform.cognito()
                .adminCreateUser(
                        request -> request.userPoolId(platform.parts().cognito().userPoolId())
                                .username(mark + "@example.com"));

        Answer created = create("Anna Berg", mark + "@example.com", "{}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.text("name")).isEqualTo("Anna Berg");
    }

    @Test
    void aUserIsChangedInPoolAndProfile() {
        TestUser user = platform.signedInUser(mark + "@example.com");
        Answer changed = update(
                user.sub(),
                "{\"name\":\"Berg, Anna\",\"email\":\"" + mark + "-New@example.com\",\"profile\":{\"a\":1}}");

        assertThat(changed.status()).as(changed.response().body()).isEqualTo(200);
        assertDeprecated(changed);
        assertThat(changed.body().path("success").asBoolean()).isTrue();
        assertThat(changed.text("message")).isEqualTo("User updated successfully");
        assertThat(changed.body().at("/data/name").asString()).isEqualTo("Anna Berg");
        assertThat(changed.body().at("/data/email").asString()).isEqualTo(mark + "-new@example.com");
        assertThat(changed.body().at("/data/profile/a").asInt()).isEqualTo(1);

        Answer signedIn = client.post(
                "/auth/signin", Map.of("email", mark + "-new@example.com", "password", TestPlatform.PASSWORD));
        assertThat(signedIn.status()).isEqualTo(200);
        assertThat(client.call("GET", "/users/me", signedIn.text("AccessToken"), "")
                        .text("id"))
                .isEqualTo(user.sub());

        assertThat(update(user.sub(), "{\"name\":\"Prince\"}")
                        .body()
                        .at("/data/name")
                        .asString())
                .isEqualTo("Prince");
    }

    @Test
    void anAddressOfSomebodyElseIsRefusedAndNothingChanges() {
        TestUser anna = platform.signedInUser(mark + "-anna@example.com");
        TestUser berta = platform.signedInUser(mark + "-berta@example.com");

        assertProblem(update(anna.sub(), "{\"name\":\"Other\",\"email\":\"" + berta.email() + "\"}"), 409, "conflict");
        Answer unchanged = client.call("GET", "/users/" + anna.sub(), admin.accessToken(), "");
        assertThat(unchanged.text("email")).isEqualTo(anna.email());
        assertThat(unchanged.text("firstName")).isEmpty();
    }

    @Test
    void aChangeOfAddressThatStoppedHalfWayIsCompletedByTheNextSignInOrARepeat() {
        TestUser user = platform.signedInUser(mark + "@example.com");
        String id = "/users/" + user.sub();
        client.call("GET", id, admin.accessToken(), "");
        String moved = mark + "-new@example.com";
        assertThat(update(user.sub(), "{\"email\":\"" + moved + "\"}").status()).isEqualTo(200);
        jdbc.sql("UPDATE profile SET email = :email WHERE user_id = :id")
                .param("email", user.email())
                .param("id", user.sub())
                .update();

        assertThat(client.post("/auth/signin", Map.of("email", moved, "password", TestPlatform.PASSWORD))
                        .status())
                .isEqualTo(200);
        assertThat(client.call("GET", id, admin.accessToken(), "").text("email"))
                .isEqualTo(moved);

        jdbc.sql("UPDATE profile SET email = :email WHERE user_id = :id")
                .param("email", user.email())
                .param("id", user.sub())
                .update();
        assertThat(update(user.sub(), "{\"email\":\"" + moved + "\"}")
                        .body()
                        .at("/data/email")
                        .asString())
                .isEqualTo(moved);
    }

    @Test
    void nobodyIsNotFound() {
        assertProblem(update(UUID.randomUUID().toString(), "{\"name\":\"Anna\"}"), 404, "not-found");
        assertProblem(update("nobody", "{\"email\":\"" + mark + "@example.com\"}"), 404, "not-found");
    }

    @Test
    void operatorsListAndOnlyAdministratorsChange() {
        String operator = TestRoles.signedIn(platform, "operator").accessToken();
        assertThat(client.call("GET", "/dn_users_list", operator, "").status()).isEqualTo(200);
        assertThat(client.call(
                                "GET",
                                "/dn_users_list",
                                TestRoles.signedIn(platform, "user").accessToken(),
                                "")
                        .status())
                .isEqualTo(403);
        for (String path : List.of("/dn_users_list", "/update-dnfm-user", "/users")) {
            assertThat(client.call("POST", path, operator, "{}").status()).isEqualTo(403);
        }
    }

    @Test
    void theSuccessorInvitesToo() {
        String body = "{\"email\":\"%s@example.com\",\"firstName\":\"Anna\"}".formatted(mark);
        Answer created = call("POST", "/users", body);

        assertThat(created.status()).as(created.response().body()).isEqualTo(201);
        assertThat(created.text("firstName")).isEqualTo("Anna");
        assertThat(created.header("ETag")).isEqualTo("\"0\"");
        assertThat(created.header("Deprecation")).isEmpty();
        assertProblem(call("POST", "/users", body), 409, "conflict");
    }

    private Answer create(String name, String email, String profile) {
        return call("POST", "/dn_users_list", body(name, email, profile));
    }

    private static String body(String name, String email, String profile) {
        return "{\"name\":\"%s\",\"email\":\"%s\",\"profile\":%s}".formatted(name, email, profile);
    }

    private Answer update(String userId, String userData) {
        return call("POST", "/update-dnfm-user", "{\"userId\":\"%s\",\"userData\":%s}".formatted(userId, userData));
    }

    private JsonNode list(String query) {
        Answer answer = call("GET", "/dn_users_list" + query, "");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        assertDeprecated(answer);
        return answer.body();
    }

    private Answer call(String method, String path, String body, String... headers) {
        return client.call(method, path, admin.accessToken(), body, headers);
    }

    private static void assertDeprecated(Answer answer) {
        assertThat(answer.header("Deprecation")).matches("@[0-9]+");
        assertThat(answer.header("Link")).isEqualTo("</users>; rel=\"successor-version\"");
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }
}
