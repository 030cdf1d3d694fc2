package dev.medley.images.library;

import org.jspecify.annotations.Nullable;

/**
 * An object of the uploads bucket as a notification tells of it.
 *
 * @param key its key
 * @param eTag of its content
 * @param sequencer hexadecimal; of two notifications about one key the later has the greater one
 */
public record UploadedObject(
        String key, @Nullable String eTag, @Nullable String sequencer) {

    /**
     * Whether it was created before the object with another sequencer. Sequencers differ in length; the shorter is taken
     * as with zeros before it (Amazon S3 User Guide, "Event message structure").
     */
    boolean isOlderThan(@Nullable String other) {
        if (sequencer == null || other == null) {
            return false;
        }
        int length = Math.max(sequencer.length(), other.length());
        return padded(sequencer, length).compareToIgnoreCase(padded(other, length)) < 0;
    }

    private static String padded(String number, int length) {
        return "0".repeat(length - number.length()) + number;
    }
}
