package dev.medley.mediasync.provider;

import dev.medley.mediasync.transfer.MediaLink;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Reads GoPro's answers in both shapes: plain members, as they were, and HAL, as they are. */
final class GoProAnswers {

    private static final Logger log = LoggerFactory.getLogger(GoProAnswers.class);

    /** The file as the camera wrote it. */
    private static final String SOURCE = "source";

    /** Best first: the file itself, then the best of what GoPro made of it. */
    private static final List<String> LABELS = List.of(SOURCE, "high_res_proxy_mp4");

    private final InstantSource clock;

    GoProAnswers(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * One page.
     *
     * @param items those that have an id
     * @param times when they were made, of those that tell it
     * @param totalPages how many pages there are
     * @param totalItems how many items there are
     */
    record Page(List<MediaItem> items, List<Instant> times, int totalPages, long totalItems) {}

    Page page(JsonNode answer, int number) throws ProviderException {
        JsonNode media = member(answer, "media");
        if (!media.isArray()) {
            throw new ProviderException(
                    ProviderFailure.UNEXPECTED_ANSWER, "The provider's listing has no media where it used to.");
        }
        List<MediaItem> items = new ArrayList<>();
        List<Instant> times = new ArrayList<>();
        for (JsonNode item : media) {
            Optional<Instant> time = createdAt(item);
            item(item, time.orElseGet(clock::instant)).ifPresent(items::add);
            time.ifPresent(times::add);
        }
        JsonNode pages = answer.has("_pages") ? answer.path("_pages") : answer;
        int totalPages = pages.path("total_pages").asInt(media.isEmpty() ? number - 1 : number);
        return new Page(items, times, totalPages, pages.path("total_items").asLong(0));
    }

    private static Optional<MediaItem> item(JsonNode item, Instant createdAt) {
        String id = item.path("id").asString("");
        if (id.isEmpty()) {
            log.warn("GoPro lists an item without id; it cannot be copied");
            return Optional.empty();
        }
        String filename = item.path("filename").asString("");
        return Optional.of(new MediaItem(
                id,
                id,
                filename.isEmpty() ? id + ".MP4" : filename,
                bytes(item.path("file_size")),
                createdAt,
                item.path("ready_to_view").isMissingNode() || isReady(item.path("ready_to_view"))));
    }

    /** Seen as a truth value and as the name of a state. */
    private static boolean isReady(JsonNode ready) {
        return ready.isBoolean() ? ready.asBoolean() : ready.asString("").equals("ready");
    }

    private static @Nullable Long bytes(JsonNode size) {
        if (size.isIntegralNumber() && size.canConvertToLong()) {
            return size.asLong();
        }
        try {
            return size.isString() ? Long.valueOf(size.asString().strip()) : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static Optional<Instant> createdAt(JsonNode item) {
        return Stream.of("created_at", "captured_at")
                .map(name -> item.path(name).asString(""))
                .flatMap(text -> time(text).stream())
                .findFirst();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** The best link of a download answer; it is signed, so what lets us into the API is none of its host's business. */
    MediaLink download(JsonNode answer) throws ProviderException {
        if (!member(answer, "variations").isArray() && !member(answer, "files").isArray()) {
            throw new ProviderException(
                    ProviderFailure.UNEXPECTED_ANSWER, "The provider's answer has no files where it used to.");
        }
        List<JsonNode> offers = new ArrayList<>();
        member(answer, "variations").forEach(offers::add);
        member(answer, "files").forEach(offers::add);
        for (String label : LABELS) {
            for (JsonNode offer : offers) {
                if (offer.path("label").asString("").equals(label)
                        && offer.path("available").asBoolean(true)) {
                    return new MediaLink(address(offer.path("url").asString("")), Map.of(), !label.equals(SOURCE));
                }
            }
        }
        throw new ProviderException(ProviderFailure.NOT_READY, "The provider offers no file of it yet.");
    }

    private static URI address(String url) throws ProviderException {
        try {
            URI address = URI.create(url);
            if (address.isAbsolute()) {
                return address;
            }
        } catch (IllegalArgumentException _) {
            // Said below, without the link.
        }
        throw new ProviderException(ProviderFailure.UNEXPECTED_ANSWER, "The provider's link is no address.");
    }

    private static JsonNode member(JsonNode answer, String name) {
        JsonNode embedded = answer.path("_embedded").path(name);
        return embedded.isMissingNode() ? answer.path(name) : embedded;
    }
}
