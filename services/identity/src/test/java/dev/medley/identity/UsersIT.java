package dev.medley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.identity.IdentityClient.Answer;
import dev.medley.identity.cognito.PoolUser;
import dev.medley.identity.profile.ProfileRegistrar;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import dev.medley.testing.TestPlatform.TestUser;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class UsersIT {

    /** In the name of every user of one test, to find them by. */
    private final String mark = "m" + UUID.randomUUID().toString().replace("-", "");

    private static final JsonMapper JSON = new JsonMapper();

    private static TestUser administrator;
    private static String admin;

    @LocalServerPort
    private int port;

    @Autowired
    private ProfileRegistrar registrar;

    @Autowired
    private JdbcClient jdbc;

    private TestPlatform platform;
    private IdentityClient client;

    @BeforeAll
    static void signIn(TestPlatform platform) {
        administrator = TestRoles.signedIn(platform, "admin");
        admin = administrator.accessToken();
    }

    @BeforeEach
    void connect(TestPlatform platform) {
        this.platform = platform;
        client = new IdentityClient(port);
    }

    @Test
    void aListIsFilteredAndPagedByCursor() {
        TestUser first = user("first");
        TestUser second = user("second");
        user("third");
        patch(first, "{\"lastName\":\"Zappa\",\"preferences\":{\"newsletterEmails\":true}}");
        patch(second, "{\"subscriptionStatus\":\"unsubscribed\"}");

        JsonNode page = list("?limit=2&filter=" + mark);
        assertThat(emails(page)).containsExactly(first.email(), second.email());
        JsonNode rest =
                list("?limit=2&filter=" + mark + "&cursor=" + page.path("next").asString());
        assertThat(emails(rest)).hasSize(1);
        assertThat(rest.path("next").isNull() || rest.path("next").isMissingNode())
                .isTrue();

        assertThat(emails(list("?emailType=newsletter&filter=" + mark))).containsExactly(first.email());
        assertThat(emails(list("?emailType=financial&filter=" + mark))).hasSize(3);
        assertThat(emails(list("?emailType=all&filter=" + mark))).hasSize(3);
        assertThat(emails(list("?subscriptionStatus=Unsubscribed&filter=" + mark)))
                .containsExactly(second.email());
        assertThat(emails(list("?status=active&filter=" + mark.toUpperCase(Locale.ROOT))))
                .hasSize(3);
        assertThat(emails(list("?status=suspended&filter=" + mark))).isEmpty();
        JsonNode zappa = list("?filter=zappa&limit=100").at("/items/0");
        assertThat(zappa.path("status").asString()).isEqualTo("active");
        assertThat(zappa.at("/preferences/newsletterEmails").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=ACTIVATED",
                "subscriptionStatus=none",
                "emailType=spam",
                "limit=0",
                "limit=101",
                "cursor=nonsense",
                "filter=a%00b"
            })
    void aQueryThatMakesNoSenseIsRefused(String query) {
        Answer answer = get("/users?" + query, admin);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void anUnknownStatusIsAnsweredWithTheKnownOnes() {
        assertThat(get("/users?status=busy", admin).text("detail")).contains("one of active, inactive, suspended");
    }

    @Test
    void usersReadThemselvesAndOperatorsEverybody() {
        TestUser anna = user("anna");
        TestUser berta = user("berta");
        String operator = TestRoles.signedIn(platform, "operator").accessToken();

        assertThat(get("/users/" + anna.sub(), anna.accessToken()).text("email"))
                .isEqualTo(anna.email());
        assertThat(get("/users/" + anna.sub(), operator).text("email")).isEqualTo(anna.email());
        assertThat(get("/users/" + anna.sub(), admin).header("ETag")).isNotEmpty();
        assertProblem(get("/users/" + anna.sub(), berta.accessToken()), 404, "not-found");
        assertProblem(get("/users/" + UUID.randomUUID(), admin), 404, "not-found");
        // The pool would find her by address.
        assertProblem(get("/users/" + anna.email(), admin), 404, "not-found");
        assertProblem(get("/users", anna.accessToken()), 403, "forbidden");
        assertThat(client.call("HEAD", "/users", anna.accessToken(), "").status())
                .isEqualTo(403);
        assertThat(get("/users", operator).status()).isEqualTo(200);
    }

    @Test
    void aUserWhomOnlyThePoolKnowsIsMadeWhenAskedFor() {
        TestUser lost = platform.signedInUser(mark + "-lost@example.com");
        String invited = platform.cognito()
                .adminCreateUser(
                        request -> request.userPoolId(platform.parts().cognito().userPoolId())
                                .username(mark + "-invited@example.com"))
                .user()
                .username();

        jdbc.sql("DELETE FROM profile WHERE user_id IN (?, ?)")
                .params(lost.sub(), invited)
                .update();

        assertThat(get("/users/" + lost.sub(), admin).text("status")).isEqualTo("active");
        assertThat(get("/users/" + invited, admin).text("status")).isEqualTo("inactive");
        assertThat(get("/users/" + invited, admin).text("subscriptionStatus")).isEqualTo("pending");
        registrar.signedIn(new PoolUser(invited, mark + "-invited@example.com", true));
        assertThat(get("/users/" + invited, admin).text("status")).isEqualTo("active");
        assertThat(get("/users/" + invited, admin).text("subscriptionStatus")).isEqualTo("active");
    }

    @Test
    void anAdministratorChangesAUserFromTheCurrentVersion() {
        TestUser anna = user("anna");
        String path = "/users/" + anna.sub();
        Answer before = get(path, admin);
        String change = """
                {"firstName":"Anna","subscriptionStatus":"inactive","preferences":{"marketingEmails":true},
                 "profile":{"label":"Berg Records","tags":["jazz",null],"since":2019}}
                """;

        assertProblem(client.call("PATCH", path, admin, change), 428, "precondition-required");
        Answer after = client.call("PATCH", path, admin, change, "If-Match", before.header("ETag"));
        assertThat(after.status()).as(after.response().body()).isEqualTo(200);
        assertThat(after.body().path("preferences"))
                .isEqualTo(json("{\"financialEmails\":true,\"newsletterEmails\":false,\"marketingEmails\":true}"));
        assertThat(after.body().at("/profile"))
                .isEqualTo(json("{\"label\":\"Berg Records\",\"tags\":[\"jazz\",null],\"since\":2019}"));
        assertProblem(
                client.call("PATCH", path, admin, change, "If-Match", before.header("ETag")),
                412,
                "precondition-failed");
        assertThat(get("/users/me", anna.accessToken()).body()).isEqualTo(after.body());
        assertThat(get(path, admin).header("ETag")).isEqualTo(after.header("ETag"));
        assertProblem(client.call("PATCH", path, anna.accessToken(), change, "If-Match", "*"), 403, "forbidden");
        assertThat(auditOf("target=" + anna.sub() + "&action=PROFILE_CHANGED")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"role\":\"admin\"}",
                "{\"status\":\"suspended\"}",
                "{\"firstName\":\"a\\u0000b\"}",
                "{\"firstName\":\"\\ud800\"}",
                "{\"firstName\":\"\"}",
                "{\"email\":\"nowhere\"}",
                "{\"subscriptionStatus\":\"busy\"}",
                "{\"profile\":[]}",
                "{\"profile\":{\"a\":\"\\u0000\"}}"
            })
    void aChangeThatCannotBeStoredIsRefused(String change) {
        assertProblem(
                client.call("PATCH", "/users/" + administrator.sub(), admin, change, "If-Match", "*"),
                400,
                "invalid-request");
    }

    @Test
    void whatClientsKeepAboutAUserIsLimited() {
        TestUser anna = user("anna");
        String path = "/users/" + anna.sub();
        String fits = "{\"profile\":{\"a\":\"" + "x".repeat(8184) + "\"}}";
        String escaped = "{\"profile\":{\"a\":\"\\\\u0000\"}}";

        assertThat(client.call("PATCH", path, admin, fits, "If-Match", "*").status())
                .isEqualTo(200);
        assertProblem(
                client.call("PATCH", path, admin, fits.replace("x\"", "xx\""), "If-Match", "*"),
                400,
                "invalid-request");
        assertThat(client.call("PATCH", path, admin, escaped, "If-Match", "*").status())
                .isEqualTo(200);
    }

    @Test
    void aUserChangesTheirOwnPreferences() {
        TestUser anna = user("anna");

        Answer after = patch(anna, "{\"preferences\":{\"financialEmails\":false}}");
        assertThat(after.body().path("preferences"))
                .isEqualTo(json("{\"financialEmails\":false,\"newsletterEmails\":false,\"marketingEmails\":false}"));
        assertThat(auditOf("actor=" + anna.sub() + "&target=" + anna.sub())).hasSize(1);
    }

    @Test
    void aSignInIsNotedAndChangesNoVersion() {
        TestUser anna = user("anna");
        Answer before = get("/users/me", anna.accessToken());
        registrar.signedIn(new PoolUser(anna.sub(), anna.email(), true));

        Answer after = get("/users/me", anna.accessToken());
        assertThat(before.body().path("lastLoginAt").asString("")).isEmpty();
        assertThat(after.text("lastLoginAt")).isNotEmpty();
        assertThat(after.header("ETag")).isEqualTo(before.header("ETag"));
    }

    @Test
    void anAddressThatIsNotProvedIsNotTakenOver() {
        TestUser anna = user("anna");
        Answer before = get("/users/me", anna.accessToken());
        registrar.signedIn(new PoolUser(anna.sub(), mark + "-somebody-else@example.com", false));

        assertThat(get("/users/me", anna.accessToken()).text("email")).isEqualTo(before.text("email"));
    }

    @Test
    void anAddressThatOnlyThePoolHasIsTakenOverAtTheNextSignIn() {
        TestUser anna = user("anna");
        Answer before = get("/users/me", anna.accessToken());
        registrar.signedIn(new PoolUser(anna.sub(), mark + "-new@example.com", true));

        Answer after = get("/users/me", anna.accessToken());
        assertThat(after.text("email")).isEqualTo(mark + "-new@example.com");
        assertThat(after.header("ETag")).isNotEqualTo(before.header("ETag"));
        assertThat(emails(list("?filter=" + mark + "-new"))).hasSize(1);
    }

    @Test
    void everybodyLooksUpNamesAndNothingElse() {
        TestUser anna = user("anna");
        TestUser nameless = user("nameless");
        patch(anna, "{\"firstName\":\"Anna\",\"lastName\":\"Berg\"}");

        Answer answer = names(anna.sub(), nameless.sub(), UUID.randomUUID().toString(), "no id");
        assertThat(answer.body()).isEqualTo(json("{\"names\":{\"" + anna.sub() + "\":\"Anna Berg\"}}"));
        assertThat(names().body()).isEqualTo(json("{\"names\":{}}"));
        String[] many = new String[101];
        Arrays.fill(many, anna.sub());
        assertProblem(names(many), 400, "invalid-request");
    }

    private Answer names(String... ids) {
        String body = "{\"ids\":" + JSON.writeValueAsString(ids) + "}";
        return client.call("POST", "/users/names", user("reader").accessToken(), body);
    }

    /** A signed-in user who has a profile. */
    private TestUser user(String name) {
        TestUser user = platform.signedInUser(mark + "-" + name + "-" + UUID.randomUUID() + "@example.com");
        assertThat(get("/users/me", user.accessToken()).status()).isEqualTo(200);
        return user;
    }

    private Answer patch(TestUser user, String change) {
        Answer answer = client.call("PATCH", "/users/me", user.accessToken(), change, "If-Match", "*");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer;
    }

    private JsonNode list(String query) {
        Answer answer = get("/users" + query, admin);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.body();
    }

    private List<JsonNode> auditOf(String query) {
        return List.copyOf(
                get("/users/audit?" + query, admin).body().path("items").values());
    }

    private Answer get(String path, String token) {
        return client.call("GET", path, token, "");
    }

    private static List<String> emails(JsonNode page) {
        return page.path("items").values().stream()
                .map(user -> user.path("email").asString())
                .toList();
    }

    private static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }
}
