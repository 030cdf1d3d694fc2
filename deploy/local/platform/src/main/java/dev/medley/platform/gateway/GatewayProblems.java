package dev.medley.platform.gateway;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers the gateway's own errors as <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> problems with the
 * members that the services' problems have.
 */
final class GatewayProblems implements Request.Handler {

    private static final String RETRY_SECONDS = "2";

    private final JsonMapper json = new JsonMapper();

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        String title = HttpStatus.getMessage(status);
        String code = title.toLowerCase(Locale.ROOT).replace(' ', '-');
        String detail = detail(status);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "/problems/" + code);
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        problem.put("code", code);
        problem.put("error", detail);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/problem+json");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (status == HttpStatus.SERVICE_UNAVAILABLE_503) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_SECONDS);
        }
        response.write(true, ByteBuffer.wrap(json.writeValueAsBytes(problem)), callback);
        return true;
    }

    private static String detail(int status) {
        return switch (status) {
            case HttpStatus.NOT_FOUND_404 -> "Nothing is routed here.";
            case HttpStatus.METHOD_NOT_ALLOWED_405 -> "Only GET and HEAD are accepted here.";
            case HttpStatus.MISDIRECTED_REQUEST_421 ->
                "The platform's own pages answer to localhost and 127.0.0.1 only.";
            case HttpStatus.BAD_GATEWAY_502 -> "The service broke off its answer.";
            case HttpStatus.SERVICE_UNAVAILABLE_503 -> "The service is not running or still starting.";
            case HttpStatus.GATEWAY_TIMEOUT_504 -> "The service did not answer in time.";
            default -> "The gateway could not handle the request.";
        };
    }
}
