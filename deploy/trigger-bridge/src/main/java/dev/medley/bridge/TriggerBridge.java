package dev.medley.bridge;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Passes the user pool's
 * <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html">
 * trigger events</a> on to the identity service, signed and otherwise unchanged, and its answers back. The pool waits
 * five seconds and calls three times, so this class waits less and never repeats.
 *
 * <p>Where the service does not answer, confirmations and mails go on without it; sign-ups and login codes do not.
 */
public final class TriggerBridge implements RequestStreamHandler {

    /** The variable that names where events go: {@code https://<host>/internal/cognito-triggers}. */
    public static final String ENDPOINT_VARIABLE = "MEDLEY_TRIGGERS_ENDPOINT";

    /** The variable that holds the secret that the service knows, too. */
    public static final String SECRET_VARIABLE = "MEDLEY_TRIGGERS_SECRET";

    private static final System.Logger LOG = System.getLogger(TriggerBridge.class.getName());
    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(1);
    private static final Duration BUDGET = Duration.ofSeconds(3);
    private static final String UNAVAILABLE = "The sign-in service is not available right now";

    private final URI endpoint;
    private final EventSignature signature;
    private final InstantSource clock;
    private final Duration budget;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_LIMIT)
            .build();

    /**
     * The bridge that Lambda makes, configured by environment.
     *
     * @throws IllegalStateException when a variable is missing
     */
    public TriggerBridge() {
        this(URI.create(variable(ENDPOINT_VARIABLE)), variable(SECRET_VARIABLE));
    }

    /**
     * A bridge to a service.
     *
     * @param endpoint where events go
     * @param secret that the service knows, too
     */
    public TriggerBridge(URI endpoint, String secret) {
        this(endpoint, secret, InstantSource.system(), BUDGET);
    }

    /**
     * A bridge that waits longer or less long.
     *
     * @param clock dates the signatures
     * @param budget the longest that the service may take
     */
    public TriggerBridge(URI endpoint, String secret, InstantSource clock, Duration budget) {
        this.endpoint = endpoint;
        this.signature = new EventSignature(secret);
        this.clock = clock;
        this.budget = budget;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        out.write(forward(event).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Has the service answer an event.
     *
     * @param event a trigger event as JSON
     * @return the event with its response, as the service filled it in; unchanged when the service does not answer a
     *     trigger that can do without
     * @throws TriggerRefusedException with the service's own words when it refuses, or when it does not answer a trigger
     *     that cannot do without
     */
    public String forward(String event) {
        String source = JsonText.member(event, "triggerSource");
        FailurePolicy policy = FailurePolicy.of(source == null ? "" : source);
        try {
            return answer(event);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, () -> "%s was not served and fails %s".formatted(source, policy), e);
            return switch (policy) {
                case OPEN -> event;
                case CLOSED -> throw new TriggerRefusedException(UNAVAILABLE);
            };
        } catch (TriggerRefusedException e) {
            LOG.log(
                    System.Logger.Level.INFO,
                    () -> "%s was refused, which counts if it fails %s".formatted(source, policy));
            return switch (policy) {
                case OPEN -> event;
                case CLOSED -> throw e;
            };
        }
    }

    /**
     * The same for a user pool that calls the bridge itself, without the Lambda service between them: an exception is
     * what that service makes of it, {@code {"errorMessage": ..., "errorType": ...}}.
     */
    public String invoke(String event) {
        try {
            return forward(event);
        } catch (TriggerRefusedException e) {
            return JsonText.object(
                    "errorMessage",
                    String.valueOf(e.getMessage()),
                    "errorType",
                    e.getClass().getName());
        }
    }

    private String answer(String event) throws IOException {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        HttpResponse<String> response = send(HttpRequest.newBuilder(endpoint)
                .header("Content-Type", "application/json")
                .header("X-Medley-Timestamp", timestamp)
                .header("X-Medley-Signature", signature.of(timestamp, event))
                .POST(HttpRequest.BodyPublishers.ofString(event))
                .build());
        int status = response.statusCode();
        if (status == 200) {
            return response.body();
        }
        // A 401 is this bridge's own fault and a 5xx the service's: neither has words for a user.
        @Nullable
        String words =
                status >= 400 && status < 500 && status != 401 ? JsonText.member(response.body(), "error") : null;
        if (words == null) {
            throw new IOException("the service answered " + status);
        }
        throw new TriggerRefusedException(words);
    }

    /** The limit holds for the whole answer; the client's own would only hold until its first line. */
    private HttpResponse<String> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<String>> exchange =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            return exchange.get(budget.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new IOException("no answer within " + budget, e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            exchange.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("the environment variable " + name + " is missing");
        }
        return value;
    }
}
