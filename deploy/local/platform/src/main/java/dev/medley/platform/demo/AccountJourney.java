package dev.medley.platform.demo;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Sign-up, the mailed code, sign-in, refresh and sign-out. */
final class AccountJourney {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final Duration MAIL_LIMIT = Duration.ofSeconds(20);
    private static final long MAIL_PAUSE_MILLIS = 200;

    private final DemoClient client;
    private final Transcript transcript;
    private final String email = "demo-" + UUID.randomUUID() + "@medley.test";
    private final String password = "Md1-" + UUID.randomUUID();
    private String refreshToken = "";

    AccountJourney(DemoClient client, Transcript transcript) {
        this.client = client;
        this.transcript = transcript;
    }

    void open() {
        transcript.chapter("A new account, " + email);
        DemoClient.Answer signUp =
                client.post("/auth/signup", Map.of("email", email, "password", password), "message", "userSub");
        transcript.check(signUp.status() == 200, "the address is registered");
        DemoClient.Answer early = client.post("/auth/signin", Map.of("email", email, "password", password));
        transcript.check(early.status() == 403, "nobody signs in before the address is confirmed");
        DemoClient.Answer confirmed =
                client.post("/auth/verify", Map.of("email", email, "code", mailedCode()), "message");
        transcript.check(confirmed.status() == 200, "the mailed code confirms it");
        DemoClient.Answer signIn =
                client.post("/auth/signin", Map.of("email", email, "password", password), "message", "expiresIn");
        refreshToken = signIn.text("RefreshToken");
        transcript.check(
                signIn.status() == 200 && !signIn.text("AccessToken").isEmpty() && !refreshToken.isEmpty(),
                "signing in yields an access, an id and a refresh token");
        if (signIn.status() != 200) {
            throw new DemoFailure("without a session there is nothing more to show");
        }
        client.authorize(signIn.text("AccessToken"));
        DemoClient.Answer me = client.get("/users/me", "id", "email");
        transcript.check(me.status() == 200 && me.text("email").equals(email), "the profile is the new user's");
    }

    void close() {
        transcript.chapter("The end of the session");
        DemoClient.Answer refreshed = client.post("/auth/refresh", Map.of("refreshToken", refreshToken), "expiresIn");
        transcript.check(
                refreshed.status() == 200 && !refreshed.text("accessToken").isEmpty(),
                "the refresh token yields a new access token");
        client.authorize(refreshed.text("accessToken"));
        transcript.check(client.get("/users/me", "email").status() == 200, "the new access token is accepted");
        transcript.check(client.post("/auth/signout", Map.of(), "message").status() == 200, "the session is ended");
        DemoClient.Answer refused = client.post("/auth/refresh", Map.of("refreshToken", refreshToken));
        transcript.check(refused.status() == 401, "the refresh token is refused from then on");
        client.authorize(null);
        transcript.check(client.get("/users/me").status() == 401, "without a token nothing is shown");
    }

    private String mailedCode() {
        long deadline = System.nanoTime() + MAIL_LIMIT.toNanos();
        while (System.nanoTime() < deadline) {
            for (JsonNode mail : client.get("/platform/mail").body()) {
                Matcher code = CODE.matcher(mail.path("text").asString(""));
                if (mail.path("to").asString("").equalsIgnoreCase(email) && code.find()) {
                    return code.group(1);
                }
            }
            pause();
        }
        throw new DemoFailure("no mail with a code arrived within " + MAIL_LIMIT.toSeconds() + " s");
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(MAIL_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailure("interrupted");
        }
    }
}
