package dev.medley.standins.cognito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(PoolExtension.class)
class WireIT {

    private static final String SIGNATURE =
            "AWS4-HMAC-SHA256 Credential=a/20260101/eu-central-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=0a";

    private final PoolFixture pool;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.shared();

    WireIT(PoolFixture pool) {
        this.pool = pool;
    }

    @Test
    void anErrorIsNamedInBodyAndHeader() throws Exception {
        HttpResponse<String> response = post("GetUser", "{\"AccessToken\":\"x\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/x-amz-json-1.1");
        assertThat(response.headers().firstValue("x-amzn-ErrorType")).hasValue("NotAuthorizedException");
        assertThat(response.headers().firstValue("x-amzn-RequestId")).isPresent();
        assertThat(json.readTree(response.body())).isEqualTo(json.readTree("""
                        {"__type":"NotAuthorizedException","message":"Invalid Access Token"}"""));
    }

    @Test
    void anOperationThatIsNotThereFails() throws Exception {
        assertThatExceptionOfType(CognitoIdentityProviderException.class)
                .isThrownBy(() -> pool.sdk().setUserMFAPreference(request -> request.accessToken("x")))
                .satisfies(error ->
                        assertThat(error.awsErrorDetails().errorCode()).isEqualTo("UnknownOperationException"));
        assertThat(type(post("NoSuchThing", "{}"))).isEqualTo("UnknownOperationException");
        assertThat(type(send(request("/").POST(BodyPublishers.ofString("{}"))))).isEqualTo("UnknownOperationException");
    }

    @Test
    void anErrorThatIsNotModelledFailsEveryTest() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> pool.client().setUserMFAPreference(request -> request.accessToken("x")))
                .withMessage("setUserMFAPreference does not model UnknownOperationException");
    }

    @Test
    void whatARequestSaysCannotAddHeaders() throws Exception {
        HttpResponse<String> response =
                post("InitiateAuth", "{\"ClientId\":\"x\\r\\nInjected: yes\",\"AuthFlow\":\"USER_PASSWORD_AUTH\"}");

        assertThat(type(response)).isEqualTo("ResourceNotFoundException");
        assertThat(response.headers().firstValue("Injected")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AdminGetUser",
                "AdminCreateUser",
                "AdminSetUserPassword",
                "AdminInitiateAuth",
                "ListUsers",
                "CreateGroup",
                "DescribeUserPoolClient"
            })
    void administrationNeedsASignature(String operation) throws Exception {
        assertThat(type(post(operation, "{}"))).isEqualTo("MissingAuthenticationTokenException");
        assertThat(type(send(target(operation, "{}").header("Authorization", "Bearer x"))))
                .isEqualTo("IncompleteSignatureException");
        assertThat(type(send(target(operation, "{}").header("Authorization", SIGNATURE))))
                .isEqualTo("InvalidParameterException");
    }

    @Test
    void aMissingMemberIsNamed() throws Exception {
        assertThat(json.readTree(post("SignUp", "{}").body()).path("message").asString())
                .isEqualTo("1 validation error detected: Value null at 'clientId' failed to satisfy constraint: "
                        + "Member must not be null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"x\"", "{\"ClientId\":7}"})
    void whatIsNoRequestIsRefused(String body) throws Exception {
        assertThat(type(post("SignUp", body))).isEqualTo("SerializationException");
    }

    @Test
    void anOverlongBodyIsRefused() throws Exception {
        assertThat(post("SignUp", "{\"ClientId\":\"" + "x".repeat(200_000) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void theOpenIdConfigurationLeadsToTheKeys() throws Exception {
        URI issuer = pool.standIn().issuer();
        JsonNode configuration = get(issuer + "/.well-known/openid-configuration");

        assertThat(configuration.path("issuer").asString()).isEqualTo(issuer.toString());
        assertThat(get(configuration.path("jwks_uri").asString()).path("keys"))
                .hasSize(2)
                .allSatisfy(key -> assertThat(key.propertyNames())
                        .contains("kid", "n", "e")
                        .doesNotContain("d", "p"));
    }

    @Test
    void otherPathsAndMethodsAreNotServed() throws Exception {
        assertThat(send(request("/").GET()).statusCode()).isEqualTo(404);
        assertThat(send(request("/other/.well-known/jwks.json").GET()).statusCode())
                .isEqualTo(404);
        assertThat(send(request("/").DELETE()).statusCode()).isEqualTo(405);
    }

    @Test
    void onlyLoopbackIsServed() throws Exception {
        InetAddress outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findAny()
                .orElse(null);
        Assumptions.assumeTrue(outside != null, "this machine has no other address");

        assertThat(pool.standIn().endpoint().getHost()).isEqualTo("127.0.0.1");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new Socket(outside, pool.standIn().endpoint().getPort()).close());
    }

    @Test
    void aTakenPortIsReported(DataSource database) {
        CognitoSettings taken =
                CognitoSettings.defaults().withPort(pool.standIn().endpoint().getPort());

        assertThatIllegalStateException()
                .isThrownBy(() -> CognitoStandIn.start(taken, database, pool.mailbox()))
                .withMessageContaining("cannot listen on 127.0.0.1:" + taken.port());
    }

    private HttpResponse<String> post(String operation, String body) throws Exception {
        return send(target(operation, body));
    }

    private HttpRequest.Builder target(String operation, String body) {
        return request("/")
                .header("X-Amz-Target", "AWSCognitoIdentityProviderService." + operation)
                .POST(BodyPublishers.ofString(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(pool.standIn().endpoint().resolve(path))
                .header("Content-Type", "application/x-amz-json-1.1");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode get(String uri) throws Exception {
        return json.readTree(send(HttpRequest.newBuilder(URI.create(uri)).GET()).body());
    }

    private String type(HttpResponse<String> response) {
        return json.readTree(response.body()).path("__type").asString();
    }
}
