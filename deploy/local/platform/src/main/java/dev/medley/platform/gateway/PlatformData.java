package dev.medley.platform.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** The documents under {@code /platform/} that the pages are filled from: health, mail, facts and API descriptions. */
final class PlatformData extends Handler.Abstract {

    private static final Logger log = LoggerFactory.getLogger(PlatformData.class);

    private static final String OPENAPI = "/platform/openapi/";
    private static final String JSON = "application/json";
    private static final Duration CHECK_LIMIT = Duration.ofSeconds(3);

    /** The first description of a fresh service takes a while to be generated. */
    private static final Duration DESCRIPTION_LIMIT = Duration.ofSeconds(30);

    private final PlatformView view;
    private final HealthBoard board;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CHECK_LIMIT).build();
    private final JsonMapper json = new JsonMapper();

    PlatformData(PlatformView view) {
        this.view = view;
        this.board = new HealthBoard(view.components(), CHECK_LIMIT);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String path = Request.getPathInContext(request);
        if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            Response.writeError(request, response, callback, HttpStatus.METHOD_NOT_ALLOWED_405);
            return true;
        }
        switch (path) {
            case "/platform/health" -> write(response, callback, json.writeValueAsBytes(board.check()));
            case "/platform/mail" ->
                write(
                        response,
                        callback,
                        json.writeValueAsBytes(view.mail().get().reversed()));
            case "/platform/facts" -> write(response, callback, json.writeValueAsBytes(view.facts()));
            default -> {
                URI service = path.startsWith(OPENAPI) ? view.services().get(path.substring(OPENAPI.length())) : null;
                if (service == null) {
                    return false;
                }
                describe(service, request, response, callback);
            }
        }
        return true;
    }

    private void describe(URI service, Request request, Response response, Callback callback)
            throws InterruptedException {
        HttpRequest description = HttpRequest.newBuilder(service.resolve("/v3/api-docs"))
                .timeout(DESCRIPTION_LIMIT)
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(description, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == HttpStatus.OK_200) {
                write(response, callback, answer.body());
                return;
            }
            log.warn("{} answered {}", description.uri(), answer.statusCode());
            Response.writeError(request, response, callback, HttpStatus.BAD_GATEWAY_502);
        } catch (IOException e) {
            log.warn("{} did not answer", description.uri(), e);
            Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
        }
    }

    private static void write(Response response, Callback callback, byte[] body) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, JSON);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
