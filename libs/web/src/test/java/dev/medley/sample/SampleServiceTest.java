package dev.medley.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the sample service on a free port and calls it over HTTP. */
@SpringBootTest(classes = SampleService.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class SampleServiceTest {

    /** The pool that the service trusts. */
    protected static final UserPool POOL = UserPool.SHARED;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private JsonMapper json;

    @DynamicPropertySource
    static void environment(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> Database.POSTGRES.getJdbcUrl("postgres", "postgres"));
        properties.add("medley.security.issuer", POOL::issuer);
        properties.add("pool.jwks-uri", POOL::jwksUri);
    }

    /** The port the service listens on. */
    protected int port() {
        return port;
    }

    /** Begins a request without a token. */
    protected HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    /** Begins a request of a user in these groups. */
    protected HttpRequest.Builder signedIn(String path, String... groups) {
        return anonymous(path).header("Authorization", "Bearer " + POOL.token(groups));
    }

    /** Begins a request of a signed-in user with a JSON body. */
    protected HttpRequest.Builder posting(String path, String body) {
        return signedIn(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    /** Sends a request and returns the answer, whatever it is. */
    protected static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The body of an answer. */
    protected JsonNode body(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    /** Checks all that every problem has in common and returns the body. */
    protected JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.body()).isNotEmpty();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).doesNotContain("secret", "Exception", "java.", "dev.medley", "springframework");
        JsonNode problem = body(answer);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("type").asString()).isEqualTo("https://docs.example.com/problems/" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotBlank();
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("error").asString())
                .isEqualTo(problem.path("detail").asString());
        assertThat(problem.path("instance").asString())
                .isEqualTo("urn:medley:request:"
                        + answer.headers().firstValue("X-Request-Id").orElseThrow());
        return problem;
    }
}
