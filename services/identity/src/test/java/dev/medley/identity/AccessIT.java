package dev.medley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.identity.IdentityClient.Answer;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import dev.medley.testing.TestPlatform.TestUser;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;

@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class AccessIT {

    private static TestUser admin;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private TestPlatform platform;
    private CognitoIdentityProviderClient cognito;
    private String pool;
    private IdentityClient client;
    private TestUser user;

    @BeforeAll
    static void signIn(TestPlatform platform) {
        admin = TestRoles.signedIn(platform, "admin");
        platform.createGroups("admin", "operator", "partner", "user");
    }

    @BeforeEach
    void connect(TestPlatform platform) {
        this.platform = platform;
        cognito = platform.cognito();
        pool = platform.parts().cognito().userPoolId();
        client = new IdentityClient(port);
        user = platform.signedInUser("access-" + UUID.randomUUID() + "@example.com");
    }

    @Test
    void rolesAreReplacedByTheGroupsOfThePool() {
        assertThat(roles(assign(user, "\"user\",\"partner\""))).containsExactly("partner", "user");
        assertThat(groups(user)).containsExactlyInAnyOrder("partner", "user");

        assertThat(roles(assign(user, "\"operator\",\"user\",\"user\""))).containsExactly("operator", "user");
        assertThat(groups(user)).containsExactlyInAnyOrder("operator", "user");
        assertThat(roles(assign(user, "\"operator\",\"user\""))).containsExactly("operator", "user");
        assertThat(roles(call("GET", "/roles", ""))).containsExactly("operator", "user");

        assertThat(roles(assign(user, ""))).isEmpty();
        assertThat(groups(user)).isEmpty();
        assertThat(audited("ROLES_CHANGED")).isEqualTo(4);
    }

    @Test
    void groupsThatAreNoRoleStay() {
        String other = "beta-" + UUID.randomUUID();
        platform.createGroups(other);
        cognito.adminAddUserToGroup(
                request -> request.userPoolId(pool).username(user.sub()).groupName(other));

        assertThat(roles(assign(user, "\"partner\""))).containsExactly("partner");
        assertThat(groups(user)).containsExactlyInAnyOrder("partner", other);
    }

    @Test
    void anUnknownRoleIsAnsweredWithTheKnownOnes() {
        Answer answer = assign(user, "\"owner\"");

        assertProblem(answer, 400, "invalid-request");
        assertThat(answer.text("detail")).contains("one of admin, operator, partner, user");
        assertProblem(assign(user, "null"), 400, "invalid-request");
        assertProblem(call("PUT", "/roles", "{}"), 400, "invalid-request");
        assertThat(groups(user)).isEmpty();
    }

    @Test
    void rolesMayBeReplacedFromAVersionOnly() {
        String seen = call("GET", "/roles", "").header("ETag");
        assign(user, "\"partner\"");

        assertProblem(
                client.call("PUT", path("/roles"), admin.accessToken(), "{\"roles\":[]}", "If-Match", seen),
                412,
                "precondition-failed");
        String now = call("GET", "/roles", "").header("ETag");
        assertThat(client.call("PUT", path("/roles"), admin.accessToken(), "{\"roles\":[]}", "If-Match", now)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void administratorsKeepTheirOwnRoleAndAccount() {
        // Their token ends with the change of roles, so it is somebody else's than the other tests'.
        TestUser self = TestRoles.signedIn(platform, "admin");
        String mine = "/users/" + self.sub();

        assertProblem(client.call("POST", mine + "/disable", self.accessToken(), ""), 409, "conflict");
        assertProblem(
                client.call("PUT", mine + "/roles", self.accessToken(), "{\"roles\":[\"user\"]}"), 409, "conflict");
        assertThat(roles(client.call("PUT", mine + "/roles", self.accessToken(), "{\"roles\":[\"admin\",\"user\"]}")))
                .containsExactly("admin", "user");
        assertThat(groups(self)).contains("admin");
        assertThat(client.call("GET", mine + "/roles", self.accessToken(), "").status())
                .as("it names the roles of before")
                .isEqualTo(401);
    }

    @Test
    void aDisabledUserIsRefusedUntilEnabledAgain() {
        Map<String, String> credentials = Map.of("email", user.email(), "password", TestPlatform.PASSWORD);
        String refreshToken = client.post("/auth/signin", credentials).text("RefreshToken");

        Answer disabled = call("POST", "/disable", "");
        assertThat(disabled.text("status")).isEqualTo("suspended");
        assertThat(client.post("/auth/signin", credentials).status()).isEqualTo(401);
        assertThat(client.post("/auth/refresh", Map.of("refreshToken", refreshToken))
                        .status())
                .isEqualTo(401);
        Answer again = call("POST", "/disable", "");
        assertThat(again.text("status")).isEqualTo("suspended");
        assertThat(again.header("ETag")).isEqualTo(disabled.header("ETag"));
        assertThat(listed("suspended")).isTrue();

        assertThat(call("POST", "/enable", "").text("status")).isEqualTo("active");
        assertThat(client.post("/auth/signin", credentials).status()).isEqualTo(200);
        assertThat(call("POST", "/enable", "").text("status")).isEqualTo("active");
        assertThat(listed("suspended")).isFalse();
        assertThat(audited("USER_DISABLED")).isEqualTo(2);
        assertThat(audited("USER_ENABLED")).isEqualTo(2);
    }

    @Test
    void aSwitchThatStoppedHalfWayIsCompletedByARepeat() {
        call("GET", "", "");
        cognito.adminDisableUser(request -> request.userPoolId(pool).username(user.sub()));
        assertThat(call("POST", "/disable", "").text("status")).isEqualTo("suspended");

        call("POST", "/enable", "");
        cognito.adminDisableUser(request -> request.userPoolId(pool).username(user.sub()));
        assertThat(call("POST", "/enable", "").text("status")).isEqualTo("active");
        assertThat(cognito.adminGetUser(request -> request.userPoolId(pool).username(user.sub()))
                        .enabled())
                .isTrue();
    }

    @Test
    void aDisabledUserWhomOnlyThePoolKnowsIsMadeAsDisabled() {
        jdbc.sql("DELETE FROM profile WHERE user_id = ?").param(user.sub()).update();
        cognito.adminDisableUser(request -> request.userPoolId(pool).username(user.sub()));

        assertThat(call("GET", "", "").text("status")).isEqualTo("suspended");
    }

    @Test
    void onlyAdministratorsMayDoAnyOfThis() {
        String operator = TestRoles.signedIn(platform, "operator").accessToken();
        for (String token : List.of(user.accessToken(), operator)) {
            for (String[] route :
                    new String[][] {{"GET", "/roles"}, {"PUT", "/roles"}, {"POST", "/disable"}, {"POST", "/enable"}}) {
                assertProblem(client.call(route[0], path(route[1]), token, "{\"roles\":[]}"), 403, "forbidden");
            }
        }
    }

    @Test
    void nobodyIsNotFound() {
        String nobody = "/users/" + UUID.randomUUID();
        for (String[] route :
                new String[][] {{"GET", "/roles"}, {"PUT", "/roles"}, {"POST", "/disable"}, {"POST", "/enable"}}) {
            Answer answer = client.call(route[0], nobody + route[1], admin.accessToken(), "{\"roles\":[]}");
            assertProblem(answer, 404, "not-found");
        }
    }

    private Answer assign(TestUser whom, String roles) {
        return client.call(
                "PUT", "/users/" + whom.sub() + "/roles", admin.accessToken(), "{\"roles\":[" + roles + "]}");
    }

    private Answer call(String method, String route, String body) {
        return client.call(method, path(route), admin.accessToken(), body);
    }

    private String path(String route) {
        return "/users/" + user.sub() + route;
    }

    private List<String> groups(TestUser whom) {
        return cognito
                .adminListGroupsForUser(request -> request.userPoolId(pool).username(whom.sub()))
                .groups()
                .stream()
                .map(group -> group.groupName())
                .toList();
    }

    private boolean listed(String status) {
        Answer answer =
                client.call("GET", "/users?status=" + status + "&filter=" + user.email(), admin.accessToken(), "");
        return !answer.body().path("items").isEmpty();
    }

    private int audited(String action) {
        Answer answer =
                client.call("GET", "/users/audit?action=" + action + "&target=" + user.sub(), admin.accessToken(), "");
        return answer.body().path("items").size();
    }

    private static List<String> roles(Answer answer) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.body().path("roles").values().stream()
                .map(role -> role.asString())
                .toList();
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }
}
