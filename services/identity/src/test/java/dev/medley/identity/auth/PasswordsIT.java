package dev.medley.identity.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.identity.IdentityClient;
import dev.medley.identity.IdentityClient.Answer;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PasswordsIT {

    private static final String PASSWORD = "Correct-Horse-7!";
    private static final String ANOTHER = "Another-Horse-8!";

    private final String email = "user-" + UUID.randomUUID() + "@example.com";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    private IdentityClient client;
    private String sub = "";

    @BeforeEach
    void confirm(TestPlatform platform) {
        client = new IdentityClient(port);
        sub = client.post(
                        "/auth/signup",
                        Map.of("email", email, "password", PASSWORD),
                        "Accept-Language",
                        "de-DE,de;q=0.9")
                .text("userSub");
        client.post("/auth/verify", Map.of("email", email, "code", platform.mailedCode(email)));
    }

    @Test
    void aChangedPasswordEndsAllSessions() {
        Answer session = signIn(PASSWORD);
        Answer elsewhere = signIn(PASSWORD);

        Answer changed = change(session, PASSWORD, ANOTHER);

        assertThat(changed.status()).as(changed.response().body()).isEqualTo(200);
        assertThat(signIn(PASSWORD).status()).isEqualTo(401);
        Answer next = signIn(ANOTHER);
        assertThat(client.call("GET", "/users/me", next.text("AccessToken"), "").status())
                .as("who signs in again at once is signed in")
                .isEqualTo(200);
        assertThat(client.call("GET", "/users/me", session.text("AccessToken"), "")
                        .status())
                .isEqualTo(401);
        assertOver(session);
        assertOver(elsewhere);
        assertThat(logged()).contains("PASSWORD_CHANGED DONE " + sub);
    }

    @Test
    void whoDoesNotKnowTheCurrentPasswordChangesNothing() {
        Answer session = signIn(PASSWORD);

        Answer wrong = change(session, "Wrong-Horse-9!", ANOTHER);
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text("code")).isEqualTo("invalid-credentials");
        Answer weak = change(session, PASSWORD, "weak");
        assertThat(weak.status()).isEqualTo(422);
        assertThat(weak.text("code")).isEqualTo("weak-password");

        assertThat(refresh(session).status()).isEqualTo(200);
        assertThat(logged()).contains("PASSWORD_CHANGED REFUSED " + sub);
    }

    @Test
    void aForgottenPasswordEndsAllSessionsWhenItIsReplaced(TestPlatform platform) {
        Answer session = signIn(PASSWORD);
        String first = platform.mailedCode(email);
        client.post("/auth/forgot-password", Map.of("email", email));
        String code = Awaitility.await()
                .atMost(TestPlatform.PATIENCE)
                .until(() -> platform.mailedCode(email), found -> !found.equals(first));

        Answer reset = client.post(
                "/auth/confirm-forgot-password", Map.of("email", email, "code", code, "newPassword", ANOTHER));

        assertThat(reset.status()).as(reset.response().body()).isEqualTo(200);
        assertOver(session);
        assertThat(logged()).contains("PASSWORD_RESET_REQUESTED DONE -", "PASSWORD_CHANGED DONE " + sub);
    }

    @Test
    void mailIsInTheLanguageThatTheUserSignedUpIn(TestPlatform platform) {
        assertThat(platform.parts().mail().received().stream()
                        .filter(mail -> mail.to().equals(email))
                        .toList())
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.subject()).isEqualTo("Bestätigen Sie Ihre E-Mail-Adresse");
                    assertThat(mail.text()).contains("Ihr Code lautet").doesNotContain("<");
                });
    }

    private Answer signIn(String password) {
        return client.post("/auth/signin", Map.of("email", email, "password", password));
    }

    private Answer change(Answer session, String current, String replacement) {
        return client.call(
                "POST",
                "/auth/change-password",
                session.text("AccessToken"),
                "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(current, replacement));
    }

    private Answer refresh(Answer session) {
        return client.post("/auth/refresh", Map.of("refreshToken", session.text("RefreshToken")));
    }

    private void assertOver(Answer session) {
        assertThat(refresh(session).text("code")).isEqualTo("session-expired");
    }

    private List<String> logged() {
        return jdbc.sql("""
                        SELECT action || ' ' || outcome || ' ' || CASE WHEN actor = target THEN user_id ELSE '-' END
                        FROM audit_entry JOIN audit_person ON person_id = target
                        WHERE user_id = ? ORDER BY sequence
                        """).param(sub).query(String.class).list();
    }
}
