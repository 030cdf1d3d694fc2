package dev.medley.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.medley.sample.SampleServiceTest;
import dev.medley.sample.UserPool;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenIT extends SampleServiceTest {

    static Stream<Arguments> tokensThatAreRefused() throws JOSEException {
        JWTClaimsSet good = POOL.claims().build();
        RSAKey stranger = new RSAKeyGenerator(2048).keyID("pool-key-1").generate();
        RSAKey unknown = new RSAKeyGenerator(2048).keyID("pool-key-9").generate();
        String[] parts = POOL.token("user").split("\\.", -1);
        return Stream.of(
                arguments(
                        "an id token",
                        POOL.sign(claims().claim("token_use", "id").build())),
                arguments(
                        "a token without token_use",
                        POOL.sign(claims().claim("token_use", null).build())),
                arguments(
                        "a token_use that is an array",
                        POOL.sign(claims().claim("token_use", List.of("access")).build())),
                arguments(
                        "another pool's issuer",
                        POOL.sign(claims().issuer(POOL.issuer() + "x").build())),
                arguments("no issuer", POOL.sign(claims().issuer(null).build())),
                arguments(
                        "another client",
                        POOL.sign(claims().claim("client_id", "evil").build())),
                arguments(
                        "a client_id that is an array",
                        POOL.sign(claims().claim("client_id", List.of("web-client"))
                                .build())),
                arguments(
                        "no client_id",
                        POOL.sign(claims().claim("client_id", null).build())),
                arguments("no sub", POOL.sign(claims().subject(null).build())),
                arguments("algorithm none", new PlainJWT(good).serialize()),
                arguments("HS256 with the public key as secret", signedWithThePublicKey(good)),
                arguments(
                        "an expired token",
                        POOL.sign(claims().expirationTime(in(Duration.ofMinutes(-5)))
                                .build())),
                arguments("no exp", POOL.sign(claims().expirationTime(null).build())),
                arguments(
                        "nbf in the future",
                        POOL.sign(claims().notBeforeTime(in(Duration.ofMinutes(5)))
                                .build())),
                arguments("an unknown kid", UserPool.sign(good, unknown)),
                arguments("a known kid with another key", UserPool.sign(good, stranger)),
                arguments(
                        "a changed payload",
                        parts[0] + "." + encoded(good.toString().replace("7c1f", "0000")) + "." + parts[2]),
                arguments("no signature", parts[0] + "." + parts[1] + "."),
                arguments(
                        "a token of 20 KB",
                        POOL.sign(claims().claim("padding", "x".repeat(15_000)).build())),
                arguments("something else", "not-a-token"),
                arguments("nothing", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokensThatAreRefused")
    void refusesATokenThatIsNotAGoodAccessToken(String what, String token) throws Exception {
        HttpResponse<String> answer = send(anonymous("/me").header("Authorization", "Bearer " + token));

        problem(answer, 401, "unauthenticated");
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .as(what)
                .singleElement()
                .asString()
                .startsWith("Bearer error=\"invalid_token\"");
    }

    @Test
    void challengesARequestWithoutAToken() throws Exception {
        HttpResponse<String> answer = send(anonymous("/me"));

        problem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/me?access_token=", "/me?token="})
    void readsNoTokenFromTheQuery(String path) throws Exception {
        problem(send(anonymous(path + POOL.token("user"))), 401, "unauthenticated");
    }

    @Test
    void readsNoTokenFromAForm() throws Exception {
        HttpRequest.Builder request = anonymous("/things")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("access_token=" + POOL.token("user")));

        problem(send(request), 401, "unauthenticated");
    }

    @Test
    void refusesTwoAuthorizationHeaders() throws Exception {
        String token = "Bearer " + POOL.token("user");

        problem(
                send(anonymous("/me").header("Authorization", token).header("Authorization", token)),
                401,
                "unauthenticated");
    }

    @Test
    void refusesAnotherScheme() throws Exception {
        problem(send(anonymous("/me").header("Authorization", "Basic dXNlcjpwYXNz")), 401, "unauthenticated");
    }

    /** RFC 9110 section 11.1: the name of the scheme is case-insensitive. */
    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer", "bEaReR"})
    void acceptsTheSchemeInAnyCase(String scheme) throws Exception {
        HttpResponse<String> answer = send(anonymous("/me").header("Authorization", scheme + " " + POOL.token("user")));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void knowsTheUserByTheSub() throws Exception {
        HttpResponse<String> answer = send(signedIn("/me", "user", "partner"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(body(answer).path("sub").asString()).isEqualTo("7c1f0a52-4f6e-4b43-9d53-0f6a2f6f3a11");
        assertThat(body(answer).path("groups").values())
                .extracting(group -> group.asString())
                .containsExactlyInAnyOrder("user", "partner");
    }

    @Test
    void turnsGroupsIntoRolesAndScopesIntoScopes() throws Exception {
        HttpResponse<String> answer = send(signedIn("/me/authorities", "admin"));

        assertThat(body(answer).values())
                .extracting(authority -> authority.asString())
                .contains("ROLE_admin", "SCOPE_openid", "SCOPE_profile");
    }

    @Test
    void grantsNoRoleForGroupsThatAreNotAnArray() throws Exception {
        String token = POOL.sign(claims().claim("cognito:groups", "admin").build());

        HttpResponse<String> answer = send(anonymous("/me").header("Authorization", "Bearer " + token));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(body(answer).path("groups").values()).isEmpty();
    }

    private static JWTClaimsSet.Builder claims() {
        return POOL.claims();
    }

    private static Date in(Duration span) {
        return Date.from(Instant.now().plus(span));
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String signedWithThePublicKey(JWTClaimsSet claims) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .keyID(POOL.key().getKeyID())
                .build();
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(new MACSigner(POOL.key().toRSAPublicKey().getEncoded()));
        return token.serialize();
    }
}
