package dev.medley.standins.cognito;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.FormFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The protocol <a href="https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html">AWS JSON 1.1</a>: a POST to the
 * root names the operation in {@code X-Amz-Target}; errors carry their type in the body and in a header. Beside it, the
 * token endpoint and the public documents under {@code /<poolId>/.well-known/}.
 */
final class WireHandler extends Handler.Abstract {

    private static final Logger log = LoggerFactory.getLogger(WireHandler.class);

    private static final String JSON = "application/json";
    private static final String AMZ_JSON = "application/x-amz-json-1.1";

    private final Operations operations;
    private final TokenEndpoint tokens;
    private final Discovery discovery;
    private final JsonMapper json;

    WireHandler(Operations operations, TokenEndpoint tokens, Discovery discovery, JsonMapper json) {
        this.operations = operations;
        this.tokens = tokens;
        this.discovery = discovery;
        this.json = json;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (HttpMethod.POST.is(request.getMethod()) && path.equals("/")) {
            answer(request, response, callback);
        } else if (HttpMethod.POST.is(request.getMethod()) && path.equals(TokenEndpoint.PATH)) {
            grant(request, response, callback);
        } else if (HttpMethod.GET.is(request.getMethod())) {
            Optional<Object> document = discovery.find(path);
            Object body = document.orElseGet(() -> Map.of("message", "There is no such document."));
            write(response, callback, document.isPresent() ? 200 : 404, JSON, body);
        } else {
            write(response, callback, 405, JSON, Map.of("message", "POST / or GET a document."));
        }
        return true;
    }

    private void answer(Request request, Response response, Callback callback) {
        response.getHeaders().put("x-amzn-RequestId", UUID.randomUUID().toString());
        try {
            // Before any verdict: a connection with an unread request is closed, and the client may be about to use it.
            byte[] body = read(request);
            Operation operation = operations.find(
                    request.getHeaders().get("X-Amz-Target"),
                    request.getHeaders().get(HttpHeader.AUTHORIZATION));
            Object result = operations.run(operation, new Input(parse(body)));
            write(response, callback, 200, AMZ_JSON, result);
        } catch (CognitoError e) {
            refuse(response, callback, e);
        } catch (RuntimeException e) {
            log.error("{} failed", request.getHeaders().get("X-Amz-Target"), e);
            refuse(response, callback, new CognitoError(ErrorType.INTERNAL_ERROR, "Something went wrong"));
        }
    }

    private void grant(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        try {
            String authorization = request.getHeaders().get(HttpHeader.AUTHORIZATION);
            TokenRequest parsed = new TokenRequest(form(request), authorization);
            write(response, callback, 200, JSON, tokens.issue(parsed));
        } catch (TokenRequest.Refusal e) {
            write(response, callback, 400, JSON, Map.of("error", e.error()));
        } catch (RuntimeException e) {
            log.error("{} failed", TokenEndpoint.PATH, e);
            write(response, callback, 500, JSON, Map.of("error", "server_error"));
        }
    }

    private static Fields form(Request request) {
        try {
            if (FormFields.getFormEncodedCharset(request) != null) {
                return FormFields.getFields(request);
            }
        } catch (IllegalArgumentException | IllegalStateException _) {
            // A wrong encoding or too many fields: no more of a form than another type.
        }
        read(request);
        throw new TokenRequest.Refusal("invalid_request");
    }

    private static byte[] read(Request request) {
        try (InputStream body = Content.Source.asInputStream(request)) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode parse(byte[] body) {
        JsonNode node;
        try {
            node = json.readTree(body);
        } catch (JacksonException e) {
            throw new CognitoError(ErrorType.SERIALIZATION, "The request body is not JSON");
        }
        if (!node.isObject()) {
            throw new CognitoError(ErrorType.SERIALIZATION, "The request body is not a JSON object");
        }
        return node;
    }

    private void refuse(Response response, Callback callback, CognitoError error) {
        Map<String, String> body = new LinkedHashMap<>();
        body.put("__type", error.type().wireName());
        response.getHeaders().put("x-amzn-ErrorType", error.type().wireName());
        String message = error.getMessage();
        if (message != null) {
            body.put("message", message);
            response.getHeaders().put("x-amzn-ErrorMessage", message);
        }
        write(response, callback, error.type().httpStatus(), AMZ_JSON, body);
    }

    private void write(Response response, Callback callback, int status, String contentType, Object body) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
        response.write(true, ByteBuffer.wrap(json.writeValueAsBytes(body)), callback);
    }
}
