package dev.medley.simulators;

import com.sun.net.httpserver.HttpExchange;
import dev.medley.simulators.Faults.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * GoPro's cloud: token endpoint, search and download, with links to a content server of the same address. {@code POST
 * /simulator/faults?fault=LIMIT&requests=3} has it fail, {@code DELETE} of the same path ends that; {@code GET
 * /simulator/credentials} signs in.
 */
public final class GoProSimulator implements AutoCloseable {

    private static final String JSON = "application/json";
    private static final int MAX_PAGE = 100;
    private static final String CLIENT_ID = "simulated-client";

    private final MediaLibrary library;
    private final Faults faults = new Faults();
    private final FileHandler files;
    private final TokenFamily tokens;
    private final String secret;
    private final InstantSource clock;
    private final SimulatorServer server;
    private final JsonMapper json = new JsonMapper();
    private final AtomicBoolean plainShape = new AtomicBoolean();
    private final AtomicLong searches = new AtomicLong();
    private final AtomicLong downloads = new AtomicLong();

    private GoProSimulator(MediaLibrary library, int port, String secret, InstantSource clock) {
        this.library = library;
        this.secret = secret;
        this.clock = clock;
        this.files = new FileHandler(faults, library);
        this.tokens = new TokenFamily(secret);
        this.server = new SimulatorServer(port);
        server.serve("/v1/oauth2/token", this::token);
        server.serve("/media/search", exchange -> authorized(exchange, this::search));
        server.serve("/media/", exchange -> authorized(exchange, this::download));
        server.serve("/content/", this::content);
        server.serve("/simulator/faults", new FaultControl(faults)::handle);
        server.serve("/simulator/credentials", exchange -> answer(exchange, 200, signIn()));
    }

    /**
     * Starts it.
     *
     * @param port 0 for a free one
     * @param secret what its tokens are made of
     */
    public static GoProSimulator start(MediaLibrary library, int port, String secret) {
        return new GoProSimulator(library, port, secret, InstantSource.system());
    }

    /** Where it is, as {@code base-url} of a provider. */
    public URI address() {
        return server.address();
    }

    /** What it does wrong. */
    public Faults faults() {
        return faults;
    }

    /** Its files. */
    public MediaLibrary library() {
        return library;
    }

    /** The credentials of somebody who has just signed in, as the service takes them. */
    public Map<String, String> signIn() {
        return Map.of("kind", "oauth", "clientId", CLIENT_ID, "clientSecret", secret, "refreshToken", tokens.signIn());
    }

    /** The cookies of a browser session, as the service takes them. */
    public Map<String, String> cookies() {
        return Map.of("kind", "cookies", "accessToken", "cookie." + secret, "userId", "user-1");
    }

    /** How often the token endpoint was asked. */
    public long tokenCalls() {
        return tokens.uses();
    }

    /** How often a page of media was asked for. */
    public long searches() {
        return searches.get();
    }

    /** How often a link was asked for. */
    public long downloads() {
        return downloads.get();
    }

    /** Has access tokens expire. */
    public void expireAccessTokens() {
        tokens.expireAccess();
    }

    /** Has the account's tokens stop working for good. */
    public void revoke() {
        tokens.revoke();
    }

    /** Answers in the plain shape of old instead of HAL. */
    public void plainShape(boolean plain) {
        plainShape.set(plain);
    }

    private void token(HttpExchange exchange) throws IOException {
        JsonNode request = json.readTree(exchange.getRequestBody().readAllBytes());
        boolean client = request.path("client_id").asString("").equals(CLIENT_ID)
                && request.path("client_secret").asString("").equals(secret);
        TokenFamily.Tokens issued =
                client ? tokens.use(request.path("refresh_token").asString("")) : null;
        if (issued == null) {
            answer(exchange, 400, Map.of("error", "invalid_grant"));
        } else {
            answer(
                    exchange,
                    200,
                    Map.of(
                            "access_token",
                            issued.access(),
                            "refresh_token",
                            issued.refresh(),
                            "token_type",
                            "Bearer",
                            "expires_in",
                            Duration.ofDays(1).toSeconds()));
        }
    }

    private void authorized(HttpExchange exchange, SimulatorServer.Handler handler) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        String cookie = exchange.getRequestHeaders().getFirst("Cookie");
        boolean bearer = token != null && token.startsWith("Bearer ") && tokens.accepts(token.substring(7));
        boolean session = cookie != null && cookie.equals("gp_access_token=cookie." + secret + "; gp_user_id=user-1");
        if (faults.strikes(Fault.REFUSE) || !(bearer || session)) {
            answer(exchange, 401, Map.of("error", "unauthorized"));
        } else if (faults.strikes(Fault.FORBID)) {
            answer(exchange, 403, Map.of("error", "forbidden"));
        } else if (faults.strikes(Fault.LIMIT)) {
            exchange.getResponseHeaders()
                    .set("Retry-After", Long.toString(faults.retryAfter().toSeconds()));
            answer(exchange, 429, Map.of("error", "too_many_requests"));
        } else if (faults.strikes(Fault.FAIL)) {
            answer(exchange, 503, Map.of("error", "unavailable"));
        } else if (faults.strikes(Fault.CHANGE_SHAPE)) {
            answer(exchange, 200, Map.of("data", List.of()));
        } else {
            handler.handle(exchange);
        }
    }

    private void search(HttpExchange exchange) throws IOException {
        searches.incrementAndGet();
        Map<String, String> query = SimulatorServer.query(exchange);
        int page = Math.max(1, Integer.parseInt(query.getOrDefault("page", "1")));
        int size = Math.clamp(Integer.parseInt(query.getOrDefault("per_page", "30")), 1, MAX_PAGE);
        List<Media> all = library.all();
        List<Map<String, Object>> items = all.stream()
                .skip((page - 1L) * size)
                .limit(size)
                .map(this::item)
                .toList();
        int pages = (all.size() + size - 1) / size;
        Map<String, Object> numbers =
                Map.of("current_page", page, "per_page", size, "total_items", all.size(), "total_pages", pages);
        Map<String, Object> answer = new LinkedHashMap<>();
        if (plainShape.get()) {
            answer.put("media", items);
            answer.putAll(numbers);
        } else {
            answer.put("_embedded", Map.of("media", items));
            answer.put("_pages", numbers);
        }
        answer(exchange, 200, answer);
    }

    private Map<String, Object> item(Media media) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", media.id());
        item.put("filename", media.filename());
        if (media.announced() != null) {
            item.put("file_size", media.announced());
        }
        item.put("created_at", media.createdAt().toString());
        item.put("ready_to_view", media.ready() ? "ready" : "transcoding");
        return item;
    }

    private void download(HttpExchange exchange) throws IOException {
        downloads.incrementAndGet();
        String path = exchange.getRequestURI().getRawPath();
        String id = SimulatorServer.decoded(path.substring("/media/".length(), path.length() - "/download".length()));
        Media media = library.find(id).orElse(null);
        if (media == null) {
            answer(exchange, 404, Map.of("error", "not_found"));
            return;
        }
        Instant expires = faults.strikes(Fault.EXPIRE_LINKS)
                ? clock.instant().minusSeconds(1)
                : clock.instant().plus(Duration.ofHours(1));
        String link = faults.strikes(Fault.REDIRECT_TO_PRIVATE)
                ? "http://169.254.169.254/latest/meta-data/"
                : "%s/content/%s?expires=%d"
                        .formatted(address(), URLEncoder.encode(id, StandardCharsets.UTF_8), expires.toEpochMilli());
        boolean proxy = media.proxy().isPresent();
        Map<String, Object> source = Map.of("label", "source", "url", link, "available", media.ready() && !proxy);
        Map<String, Object> rendition =
                Map.of("label", "high_res_proxy_mp4", "url", link + "&rendition=proxy", "available", proxy);
        Map<String, Object> offers = Map.of("files", List.of(), "variations", List.of(rendition, source));
        answer(exchange, 200, plainShape.get() ? offers : Map.of("_embedded", offers));
    }

    private void content(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        Media media = library.find(SimulatorServer.decoded(path.substring("/content/".length())))
                .orElse(null);
        Map<String, String> query = SimulatorServer.query(exchange);
        long expires = Long.parseLong(query.getOrDefault("expires", "0"));
        if (clock.instant().toEpochMilli() > expires) {
            exchange.sendResponseHeaders(403, -1);
        } else if (media == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            files.send(exchange, query.containsKey("rendition") ? media.proxy().orElse(media) : media);
        }
    }

    private void answer(HttpExchange exchange, int status, Map<String, ?> body) throws IOException {
        SimulatorServer.answer(exchange, status, JSON, json.writeValueAsBytes(body));
    }

    @Override
    public void close() {
        server.close();
    }
}
