package dev.medley.mediasync.video;

import dev.medley.mediasync.provider.MediaItem;
import dev.medley.mediasync.transfer.MediaTransfers;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Judges what a provider tells of a file before anything is done with it. */
final class MediaScreening {

    private static final Pattern MEDIA_ID = Pattern.compile("[A-Za-z0-9_-]{1,255}");
    private static final int LONGEST_NAME = 255;
    private static final Instant LATEST = Instant.parse("2101-01-01T00:00:00Z");

    private MediaScreening() {}

    /** What is wrong with it, if anything. */
    static Optional<Fault> judge(MediaItem item) {
        if (!MEDIA_ID.matcher(item.mediaId()).matches()) {
            return fault("invalid-media-id", "The media id must match " + MEDIA_ID.pattern() + ".");
        }
        if (item.bytes() == null) {
            return fault("missing-size", "The provider tells no length that is a number.");
        }
        if (item.bytes() < 0) {
            return fault("negative-size", "The provider tells a length below zero.");
        }
        if (item.bytes() > MediaTransfers.LARGEST_FILE) {
            return fault(
                    "too-large",
                    "The file is longer than the %d bytes of the longest object."
                            .formatted(MediaTransfers.LARGEST_FILE));
        }
        if (!isPlausible(item.createdAt())) {
            return fault("invalid-date", "The time of recording must lie in the years 1970 to 2100.");
        }
        return name(item.filename());
    }

    /** Whether a time is one that a file can have, and that the database can store. */
    static boolean isPlausible(Instant recordedAt) {
        return !recordedAt.isBefore(Instant.EPOCH) && recordedAt.isBefore(LATEST);
    }

    private static Optional<Fault> name(String filename) {
        if (filename.isBlank() || filename.length() > LONGEST_NAME) {
            return fault("invalid-filename", "The file name must have 1 to %d characters.".formatted(LONGEST_NAME));
        }
        if (filename.contains("/") || filename.contains("\\")) {
            return fault("invalid-filename", "The file name must hold no slashes.");
        }
        if (filename.chars().anyMatch(Character::isISOControl)) {
            return fault("invalid-filename", "The file name must hold no control characters.");
        }
        if (filename.contains("..")) {
            return fault("invalid-filename", "The file name must not hold two dots in a row.");
        }
        return Optional.empty();
    }

    private static Optional<Fault> fault(String reason, String detail) {
        return Optional.of(new Fault(reason, detail));
    }
}
