package dev.medley.simulators;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files of one simulated cloud. They may change at any time. */
public final class MediaLibrary {

    private static final Instant BEGIN = Instant.parse("2026-10-01T08:00:00Z");
    private static final List<String> FAMILIES =
            List.of("GH01%04d.MP4", "GX01%04d.MP4", "GS01%04d.360", "GOPR%04d.MP4", "GP01%04d.MP4");

    private final Map<String, Media> files = new ConcurrentHashMap<>();

    /**
     * A library of ordinary recordings of all families of cameras, one a minute.
     *
     * @param count how many
     * @param bytes length of each
     */
    public static MediaLibrary of(int count, long bytes) {
        MediaLibrary library = new MediaLibrary();
        for (int number = 1; number <= count; number++) {
            library.put(recording(number, bytes));
        }
        return library;
    }

    /** One of the recordings that {@link #of} makes. */
    public static Media recording(int number, long bytes) {
        String filename = FAMILIES.get(number % FAMILIES.size()).formatted(number % 10_000);
        return Media.of("m%06d".formatted(number), filename, bytes, BEGIN.plus(Duration.ofMinutes(number)));
    }

    /** Adds a file, or puts it in the place of the one with its id. */
    public void put(Media media) {
        files.put(media.id(), media);
    }

    /** Deletes a file. */
    public void remove(String id) {
        files.remove(id);
    }

    /** A file by its id. */
    public Optional<Media> find(String id) {
        return Optional.ofNullable(files.get(id));
    }

    /** All files, oldest first. */
    public List<Media> all() {
        return files.values().stream()
                .sorted(Comparator.comparing(Media::createdAt).thenComparing(Media::id))
                .toList();
    }
}
