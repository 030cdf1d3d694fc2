package dev.medley.mediasync.provider;

import dev.medley.mediasync.transfer.MediaLink;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files of one WebDAV folder (RFC 4918), not of the folders in it. The protocol knows no pages: each page reads the
 * folder and takes what follows the last file, by time of change and then by name. A listing that came to the end begins anew
 * the next time: a file that is copied into the folder may keep a time that was listed long ago.
 */
final class WebDavProvider implements MediaProvider {

    private static final String PROPERTIES = """
            <?xml version="1.0" encoding="utf-8"?>
            <propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/><getlastmodified/><getetag/></prop></propfind>
            """;

    private final String name;
    private final URI folder;
    private final ProviderCalls calls;
    private final JsonMapper json;

    WebDavProvider(String name, URI folder, ProviderCalls calls, JsonMapper json) {
        this.name = name;
        this.folder = folder.toString().endsWith("/") ? folder : URI.create(folder + "/");
        this.calls = calls;
        this.json = json;
    }

    /**
     * The last file that was listed.
     *
     * @param modifiedAt its time of change
     * @param locator its address
     */
    private record Position(Instant modifiedAt, String locator) {

        /** Before every file that a listing takes. */
        static final Position BEGINNING = new Position(Instant.parse("0000-01-01T00:00:00Z"), "");

        boolean isBefore(MediaItem item) {
            int order = modifiedAt.compareTo(item.createdAt());
            return order < 0 || (order == 0 && locator.compareTo(item.locator()) < 0);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ProviderKind kind() {
        return ProviderKind.WEBDAV;
    }

    @Override
    public Set<String> credentialKinds() {
        return Set.of("basic", "bearer");
    }

    @Override
    public MediaPage list(Credential credential, @Nullable String position, int limit)
            throws ProviderException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(folder)
                .header("Authorization", authorization(credential))
                .header("Depth", "1")
                .header("Content-Type", "application/xml; charset=utf-8")
                .method("PROPFIND", HttpRequest.BodyPublishers.ofString(PROPERTIES))
                .build();
        List<MediaItem> all = MultiStatus.files(calls.read(request), folder);
        Position last = position == null ? null : json.readValue(position, Position.class);
        List<MediaItem> rest =
                all.stream().filter(item -> last == null || last.isBefore(item)).toList();
        List<MediaItem> items = rest.size() <= limit ? rest : rest.subList(0, limit);
        Position end = items.isEmpty()
                ? last
                : new Position(items.getLast().createdAt(), items.getLast().locator());
        boolean more = rest.size() > items.size();
        String next = json.writeValueAsString(end == null ? Position.BEGINNING : end);
        return new MediaPage(items, next, more ? next : json.writeValueAsString(Position.BEGINNING), more);
    }

    @Override
    public MediaLink resolve(Credential credential, String locator) throws ProviderException {
        return new MediaLink(folder.resolve(locator), Map.of("Authorization", authorization(credential)));
    }

    @Override
    public Credential.OAuth refresh(Credential.OAuth credential) throws ProviderException {
        throw new ProviderException(ProviderFailure.INVALID_GRANT, "A WebDAV folder has no tokens to renew.");
    }

    private static String authorization(Credential credential) throws ProviderException {
        return switch (credential) {
            case Credential.Basic basic -> {
                byte[] pair = (basic.username() + ":" + basic.password()).getBytes(StandardCharsets.UTF_8);
                yield "Basic " + Base64.getEncoder().encodeToString(pair);
            }
            case Credential.Bearer bearer -> "Bearer " + bearer.token();
            case Credential.OAuth _, Credential.Cookies _ ->
                throw new ProviderException(
                        ProviderFailure.REFUSED,
                        "A WebDAV folder takes no %s credentials.".formatted(credential.kindName()));
        };
    }
}
