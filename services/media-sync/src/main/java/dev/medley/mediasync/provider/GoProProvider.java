package dev.medley.mediasync.provider;

import dev.medley.mediasync.transfer.MediaLink;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * GoPro's cloud as its own web client uses it; there is no public API (github.com/gopro/OpenGoPro, issue 177). Takes all
 * families of files: GH and GX clips, GS spherical video, GO and GP chapters.
 */
final class GoProProvider implements MediaProvider {

    private static final Logger log = LoggerFactory.getLogger(GoProProvider.class);

    private static final String ACCEPT = "application/vnd.gopro.jk.media+json; version=2.0.0";
    private static final String FIELDS = "id,filename,file_size,created_at,captured_at,ready_to_view";
    private static final int BAD_REQUEST = 400;
    private static final int OK = 200;

    private final String name;
    private final String base;
    private final ProviderCalls calls;
    private final JsonMapper json;
    private final InstantSource clock;
    private final GoProAnswers answers;

    GoProProvider(String name, URI base, ProviderCalls calls, JsonMapper json, InstantSource clock) {
        this.name = name;
        this.base = base.toString().replaceFirst("/+$", "");
        this.calls = calls;
        this.json = json;
        this.clock = clock;
        this.answers = new GoProAnswers(clock);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ProviderKind kind() {
        return ProviderKind.GOPRO;
    }

    @Override
    public Set<String> credentialKinds() {
        return Set.of("oauth", "cookies");
    }

    @Override
    public MediaPage list(Credential credential, @Nullable String position, int limit)
            throws ProviderException, InterruptedException {
        GoProPosition from = position == null
                ? GoProPosition.start(limit)
                : json.readValue(position, GoProPosition.class).withSize(limit);
        GoProAnswers.Page page = page(credential, from.page(), limit);
        int number = from.page();
        while (number > 1 && from.mayHaveMissed(page, number)) {
            number = Math.max(1, Math.min(number - 1, page.totalPages()));
            page = page(credential, number, limit);
            from = from.lookedBack();
        }
        boolean more = number < page.totalPages() && !page.items().isEmpty();
        return new MediaPage(
                page.items(),
                json.writeValueAsString(GoProPosition.after(number, limit, page)),
                json.writeValueAsString(from.resume(number, limit, page)),
                more);
    }

    private GoProAnswers.Page page(Credential credential, int number, int limit)
            throws ProviderException, InterruptedException {
        String address = base + "/media/search?media_type=video&order_by=created_at&order=asc&fields=" + FIELDS
                + "&page=" + number + "&per_page=" + limit;
        return answers.page(calls.parse(calls.read(authorized(credential, address))), number);
    }

    @Override
    public MediaLink resolve(Credential credential, String locator) throws ProviderException, InterruptedException {
        String address = "%s/media/%s/download".formatted(base, URLEncoder.encode(locator, StandardCharsets.UTF_8));
        JsonNode answer = calls.parse(calls.readMedium(authorized(credential, address)));
        MediaLink link = answers.download(answer);
        if (link.derivative()) {
            log.info("GoPro hands out no source of {}; its proxy is copied", locator);
        }
        return link;
    }

    @Override
    public Credential.OAuth refresh(Credential.OAuth credential) throws ProviderException, InterruptedException {
        byte[] body = json.writeValueAsBytes(Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                credential.refreshToken(),
                "client_id",
                credential.clientId(),
                "client_secret",
                credential.clientSecret()));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/v1/oauth2/token"))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<byte[]> answer = calls.sendOnce(request);
        int status = answer.statusCode();
        if (status != OK) {
            // RFC 6749 section 5.2; the original's service answered 401 as well.
            boolean terminal = status == 401 || (status == BAD_REQUEST && isInvalidGrant(answer.body()));
            throw new ProviderException(
                    terminal ? ProviderFailure.INVALID_GRANT : ProviderFailure.UNEXPECTED_ANSWER,
                    terminal
                            ? "Invalid credentials or expired refresh token. Manual re-authentication required."
                            : "The token endpoint answered with status %d.".formatted(status));
        }
        JsonNode tokens = calls.parse(answer.body());
        String access = tokens.path("access_token").asString("");
        if (access.isEmpty()) {
            throw new ProviderException(ProviderFailure.UNEXPECTED_ANSWER, "The token endpoint issued no token.");
        }
        String refresh = tokens.path("refresh_token").asString("");
        return credential.renewed(access, refresh.isEmpty() ? null : refresh, clock.instant());
    }

    private boolean isInvalidGrant(byte[] body) throws ProviderException {
        return calls.parse(body).path("error").asString("").equals("invalid_grant");
    }

    private HttpRequest authorized(Credential credential, String address) throws ProviderException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address)).header("Accept", ACCEPT);
        return switch (credential) {
            case Credential.OAuth oauth ->
                request.header("Authorization", "Bearer " + oauth.accessToken()).build();
            case Credential.Cookies cookies ->
                request.header(
                                "Cookie",
                                "gp_access_token=%s; gp_user_id=%s".formatted(cookies.accessToken(), cookies.userId()))
                        .build();
            case Credential.Basic _, Credential.Bearer _ ->
                throw new ProviderException(
                        ProviderFailure.REFUSED, "GoPro takes no %s credentials.".formatted(credential.kindName()));
        };
    }
}
