package dev.medley.identity.trigger;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends trigger events as the bridge does. */
public final class TriggerClient {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI endpoint;
    private final String secret;

    /** A client of the service on a port. */
    public TriggerClient(int port, String secret) {
        this.endpoint = URI.create("http://127.0.0.1:" + port + "/internal/cognito-triggers");
        this.secret = secret;
    }

    /** An event as Cognito sends it, with an empty request. */
    public static ObjectNode event(String source, String userName) {
        ObjectNode event = JSON.createObjectNode()
                .put("version", "1")
                .put("triggerSource", source)
                .put("region", "eu-central-1")
                .put("userPoolId", "eu-central-1_a1B2c3D4e")
                .put("userName", userName);
        event.putObject("callerContext")
                .put("awsSdkVersion", "aws-sdk-java-2.41.11")
                .put("clientId", "abc");
        event.putObject("request").putObject("userAttributes");
        event.putObject("response");
        return event;
    }

    /** The same for a user with attributes. */
    public static ObjectNode event(String source, String userName, Map<String, String> attributes) {
        ObjectNode event = event(source, userName);
        ObjectNode target = (ObjectNode) event.at("/request/userAttributes");
        attributes.forEach(target::put);
        return event;
    }

    /** Sends an event, signed now. */
    public HttpResponse<String> send(JsonNode event) {
        String timestamp = Long.toString(Instant.now().getEpochSecond());
        return send(event.toString(), timestamp, sign(timestamp, event.toString()));
    }

    /** The response that the service filled in. */
    public JsonNode answer(JsonNode event) {
        HttpResponse<String> answer = send(event);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body()).path("response");
    }

    String sign(String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> send(String body, String timestamp, String signature) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!timestamp.isEmpty()) {
            request.header("X-Medley-Timestamp", timestamp);
        }
        if (!signature.isEmpty()) {
            request.header("X-Medley-Signature", signature);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
