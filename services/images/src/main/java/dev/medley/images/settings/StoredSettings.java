package dev.medley.images.settings;

import org.jspecify.annotations.Nullable;

/**
 * What is stored of a user's settings.
 *
 * @param version grows with every change; 0 when nothing is stored
 * @param content what the user asked for
 * @param picture what the user uploaded for watermarks
 */
record StoredSettings(
        long version, SettingsRequest content, @Nullable StoredPicture picture) {

    static final StoredSettings NONE = new StoredSettings(0, SettingsRequest.NONE, null);

    /**
     * A stored picture.
     *
     * @param sha256 hexadecimal; part of its key
     * @param contentType media type
     * @param bytes its length
     */
    record StoredPicture(String sha256, String contentType, int bytes) {}

    @Nullable
    String pictureSha256() {
        return picture == null ? null : picture.sha256();
    }
}
