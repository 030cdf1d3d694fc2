package dev.medley.standins.cognito;

import static dev.medley.standins.cognito.Refusals.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InvalidParameterException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(PoolExtension.class)
class TokenEndpointIT {

    private static final String GRANT = "grant_type=client_credentials";

    private final PoolFixture pool;
    private final String id;
    private final String secret;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();

    TokenEndpointIT(PoolFixture pool) {
        this.pool = pool;
        this.id = pool.standIn().serviceClientId();
        this.secret = pool.standIn().serviceClientSecret();
    }

    @Test
    void aServiceGetsATokenInItsOwnName() throws Exception {
        HttpResponse<String> response = post(GRANT + "&scope=medley/internal", basic(id, secret));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonNode body = json.readTree(response.body());
        assertThat(body.propertyNames()).containsExactlyInAnyOrder("access_token", "expires_in", "token_type");
        assertThat(body.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(body.path("expires_in").asLong()).isEqualTo(900);
        SignedJWT token = SignedJWT.parse(body.path("access_token").asString());
        JWKSet keys = JWKSet.load(
                URI.create(pool.standIn().issuer() + "/.well-known/jwks.json").toURL());
        assertThat(token.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(id);
        assertThat(claims.getIssuer()).isEqualTo(pool.standIn().issuer().toString());
        assertThat(claims.getExpirationTime().toInstant())
                .isEqualTo(claims.getIssueTime().toInstant().plus(Duration.ofMinutes(15)));
        assertThat(claims.getClaims())
                .containsEntry("client_id", id)
                .containsEntry("token_use", "access")
                .containsEntry("scope", "medley/internal")
                .doesNotContainKeys("username", "origin_jti", "cognito:groups", "aud");
    }

    @Test
    void credentialsMayComeInTheBodyAndScopesDefaultToAll() throws Exception {
        HttpResponse<String> response = post(GRANT + "&client_id=" + id + "&client_secret=" + secret, null);

        assertThat(claims(response).getStringClaim("scope")).isEqualTo("medley/internal");
    }

    @ParameterizedTest
    @CsvSource({
        "unknown, SECRET",
        "SERVICE, wrong",
        "PUBLIC, ''",
    })
    void whoeverCannotProveThemselfIsRefused(String client, String password) throws Exception {
        String clientId =
                client.replace("SERVICE", id).replace("PUBLIC", pool.standIn().publicClientId());

        assertRefused("invalid_client", post(GRANT, basic(clientId, password.replace("SECRET", secret))));
        assertRefused(
                "invalid_client",
                post(GRANT + "&client_id=" + clientId + "&client_secret=" + password.replace("SECRET", secret), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer x", "Basic", "Basic !", "Basic eA==", "Basic JTp4"})
    void whatIsNoBasicHeaderIsRefused(String header) throws Exception {
        assertRefused("invalid_client", post(GRANT, header));
    }

    @Test
    void aClientThatSignsUsersInGetsNothingForItself() throws Exception {
        assertRefused(
                "unauthorized_client",
                post(GRANT, basic(pool.standIn().clientId(), pool.standIn().clientSecret())));
    }

    @ParameterizedTest
    @CsvSource({
        "scope=medley/internal, invalid_request",
        "grant_type=, invalid_request",
        "grant_type=client_credentials&grant_type=client_credentials, invalid_request",
        "grant_type=client_credentials&client_secret=x, invalid_request",
        "grant_type=client_credentials&client_id=other, invalid_request",
        "grant_type=password, unsupported_grant_type",
        "grant_type=client_credentials&scope=medley/everything, invalid_scope",
        "grant_type=client_credentials&scope=medley/internal%20openid, invalid_scope",
        "grant_type=%zz, invalid_request",
    })
    void aRequestMustBeWellFormed(String form, String error) throws Exception {
        assertRefused(error, post(form, basic(id, secret)));
    }

    @Test
    void onlyFormsAreRead() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint())
                .header("Content-Type", "application/json")
                .header("Authorization", basic(id, secret))
                .POST(BodyPublishers.ofString("{\"grant_type\":\"client_credentials\"}"));
        assertRefused("invalid_request", http.send(request.build(), BodyHandlers.ofString()));
        assertThat(http.send(HttpRequest.newBuilder(endpoint()).GET().build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aServiceSignsNobodyInAndItsTokenIsNobodys() throws Exception {
        String email = pool.confirmedUser();
        String accessToken = json.readTree(post(GRANT, basic(id, secret)).body())
                .path("access_token")
                .asString();

        assertRefusal(
                NotAuthorizedException.class,
                "Invalid Access Token",
                () -> pool.client().getUser(request -> request.accessToken(accessToken)));
        assertRefusal(
                InvalidParameterException.class,
                "USER_PASSWORD_AUTH flow not enabled for this client",
                () -> pool.client()
                        .initiateAuth(request -> request.clientId(id)
                                .authFlow(AuthFlowType.USER_PASSWORD_AUTH)
                                .authParameters(Map.of("USERNAME", email, "PASSWORD", PoolFixture.PASSWORD))));
    }

    @Test
    void theOpenIdConfigurationNamesTheEndpoint() throws Exception {
        URI configuration = URI.create(pool.standIn().issuer() + "/.well-known/openid-configuration");

        assertThat(json.readTree(http.send(HttpRequest.newBuilder(configuration).build(), BodyHandlers.ofString())
                                .body())
                        .path("token_endpoint")
                        .asString())
                .isEqualTo(endpoint().toString());
    }

    private HttpResponse<String> post(String form, @Nullable String authorization) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private URI endpoint() {
        return pool.standIn().endpoint().resolve("/oauth2/token");
    }

    private void assertRefused(String error, HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).isEqualTo("{\"error\":\"" + error + "\"}");
    }

    private JWTClaimsSet claims(HttpResponse<String> response) throws Exception {
        return SignedJWT.parse(
                        json.readTree(response.body()).path("access_token").asString())
                .getJWTClaimsSet();
    }

    private static String basic(String user, String password) {
        byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }
}
