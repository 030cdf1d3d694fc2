package dev.medley.simulators;

import com.sun.net.httpserver.HttpExchange;
import dev.medley.simulators.Faults.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * A WebDAV server with one folder. A file's path is its name, percent-encoded as a whole, so that hostile names reach
 * clients as they are. Faults as {@link GoProSimulator} has them.
 */
public final class WebDavSimulator implements AutoCloseable {

    private static final String FOLDER = "/media/";
    private static final String USER = "medley";

    private final MediaLibrary library;
    private final Faults faults = new Faults();
    private final FileHandler files;
    private final String password;
    private final SimulatorServer server;

    private WebDavSimulator(MediaLibrary library, int port, String password) {
        this.library = library;
        this.password = password;
        this.files = new FileHandler(faults, library);
        this.server = new SimulatorServer(port);
        server.serve(FOLDER, this::handle);
        server.serve("/simulator/faults", new FaultControl(faults)::handle);
        server.serve(
                "/simulator/credentials",
                exchange -> SimulatorServer.answer(
                        exchange, 200, "application/json", new JsonMapper().writeValueAsBytes(account())));
    }

    /**
     * Starts it.
     *
     * @param port 0 for a free one
     */
    public static WebDavSimulator start(MediaLibrary library, int port, String password) {
        return new WebDavSimulator(library, port, password);
    }

    /** Where the folder is, as {@code base-url} of a provider. */
    public URI address() {
        return server.address().resolve(FOLDER);
    }

    /** What it does wrong. */
    public Faults faults() {
        return faults;
    }

    /** Its files. */
    public MediaLibrary library() {
        return library;
    }

    /** Its account, as the service takes it. */
    public Map<String, String> account() {
        return Map.of("kind", "basic", "username", USER, "password", password);
    }

    /** The same account's token, as the service takes it. */
    public Map<String, String> token() {
        return Map.of("kind", "bearer", "token", password);
    }

    private void handle(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String given = exchange.getRequestHeaders().getFirst("Authorization");
        String basic =
                "Basic " + Base64.getEncoder().encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
        if (faults.strikes(Fault.REFUSE)
                || !(Objects.equals(given, basic) || Objects.equals(given, "Bearer " + password))) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"media\"");
            exchange.sendResponseHeaders(401, -1);
        } else if (faults.strikes(Fault.LIMIT)) {
            exchange.getResponseHeaders()
                    .set("Retry-After", Long.toString(faults.retryAfter().toSeconds()));
            exchange.sendResponseHeaders(429, -1);
        } else if (faults.strikes(Fault.FAIL)) {
            exchange.sendResponseHeaders(503, -1);
        } else if (faults.strikes(Fault.CHANGE_SHAPE)) {
            SimulatorServer.answer(exchange, 207, "application/xml", "no XML".getBytes(StandardCharsets.UTF_8));
        } else if (exchange.getRequestMethod().equals("PROPFIND")) {
            list(exchange);
        } else {
            file(exchange);
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        StringBuilder answer = new StringBuilder("""
                <?xml version="1.0" encoding="utf-8"?>
                <d:multistatus xmlns:d="DAV:">
                <d:response><d:href>%s</d:href><d:propstat><d:prop><d:resourcetype><d:collection/></d:resourcetype></d:prop>
                <d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
                """.formatted(FOLDER));
        library.all()
                .forEach(media -> answer.append("""
                <d:response><d:href>%s</d:href><d:propstat><d:prop><d:resourcetype/>%s
                <d:getlastmodified>%s</d:getlastmodified><d:getetag>%s</d:getetag></d:prop>
                <d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>
                """.formatted(
                                FOLDER + encoded(media.filename()),
                                media.announced() == null
                                        ? ""
                                        : "<d:getcontentlength>" + media.announced() + "</d:getcontentlength>",
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                        media.createdAt().atOffset(ZoneOffset.UTC)),
                                media.eTag().replace("\"", "&quot;"))));
        answer.append("</d:multistatus>");
        SimulatorServer.answer(
                exchange,
                207,
                "application/xml; charset=utf-8",
                answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void file(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath().substring(FOLDER.length());
        Media media = library.all().stream()
                .filter(file -> encoded(file.filename()).equals(path))
                .findFirst()
                .orElse(null);
        if (media == null) {
            exchange.sendResponseHeaders(404, -1);
        } else if (faults.strikes(Fault.REDIRECT_TO_PRIVATE)) {
            exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest/meta-data/");
            exchange.sendResponseHeaders(302, -1);
        } else {
            files.send(exchange, media);
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        server.close();
    }
}
