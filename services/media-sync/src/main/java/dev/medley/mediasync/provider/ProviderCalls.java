package dev.medley.mediasync.provider;

import dev.medley.upstream.ForbiddenAddressException;
import dev.medley.upstream.UpstreamClient;
import dev.medley.upstream.UpstreamException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests to providers, with what went wrong told in their terms. */
@Component
class ProviderCalls {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY_REQUESTS = 429;

    private final UpstreamClient client;
    private final JsonMapper json;

    ProviderCalls(UpstreamClient client, JsonMapper json) {
        this.client = client;
        this.json = json;
    }

    /** Sends what may be sent twice; statuses of success only. */
    byte[] read(HttpRequest request) throws ProviderException, InterruptedException {
        return successful(send(request, client::send));
    }

    private static byte[] successful(HttpResponse<byte[]> answer) throws ProviderException {
        int status = answer.statusCode();
        return switch (status) {
            case 200, 207 -> answer.body();
            case UNAUTHORIZED ->
                throw new ProviderException(
                        ProviderFailure.REFUSED, "The provider does not accept the credentials (401).");
            case FORBIDDEN ->
                throw new ProviderException(
                        ProviderFailure.FORBIDDEN, "The provider does not let the credentials list (403).");
            case 404, 410 ->
                throw new ProviderException(
                        ProviderFailure.GONE, "The provider has it no more (%d).".formatted(status));
            default ->
                throw new ProviderException(
                        ProviderFailure.UNEXPECTED_ANSWER, "The provider answered with status %d.".formatted(status));
        };
    }

    /** As {@link #read}, about one medium: that it is forbidden says nothing of the account. */
    byte[] readMedium(HttpRequest request) throws ProviderException, InterruptedException {
        HttpResponse<byte[]> answer = send(request, client::send);
        if (answer.statusCode() == FORBIDDEN) {
            throw new ProviderException(
                    ProviderFailure.FORBIDDEN_MEDIA, "The provider does not hand out this medium (403).");
        }
        return successful(answer);
    }

    /** Sends what must not be sent twice; any status that is none of {@link UpstreamClient}'s passing failures. */
    HttpResponse<byte[]> sendOnce(HttpRequest request) throws ProviderException, InterruptedException {
        return send(request, client::sendOnce);
    }

    /** The JSON of an answer. */
    JsonNode parse(byte[] body) throws ProviderException {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw new ProviderException(
                    ProviderFailure.UNEXPECTED_ANSWER, "The provider's answer is no JSON.", null, e);
        }
    }

    /** One of the client's ways to send. */
    private interface Sender {
        HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException;
    }

    private static HttpResponse<byte[]> send(HttpRequest request, Sender sender)
            throws ProviderException, InterruptedException {
        try {
            return sender.send(request);
        } catch (ForbiddenAddressException e) {
            throw new ProviderException(
                    ProviderFailure.FORBIDDEN_ADDRESS, "The provider is not read: " + e.getMessage(), null, e);
        } catch (UpstreamException e) {
            boolean limited = e.status() == TOO_MANY_REQUESTS;
            throw new ProviderException(
                    limited ? ProviderFailure.RATE_LIMITED : ProviderFailure.UNAVAILABLE,
                    limited ? "The provider answers that requests are too many." : "The provider does not answer.",
                    e.retryAfter().orElse(null),
                    e);
        } catch (IOException e) {
            throw new ProviderException(ProviderFailure.UNAVAILABLE, "The provider cannot be reached.", null, e);
        }
    }
}
