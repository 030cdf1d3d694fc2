package dev.medley.images.library;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the objects of an image lie. Each key tells its owner and image, so that an object needs no row to be erased. */
public final class ImageKeys {

    /** The bucket of all uploads, without environment prefix. */
    public static final String UPLOADS = "uploads";

    private static final Pattern UPLOAD = Pattern.compile(UPLOADS + "/(?<owner>[^/]+)/(?<id>[0-9a-f-]{36})\\.[a-z]+");

    private ImageKeys() {}

    static String upload(String ownerId, UUID id, String extension) {
        return "%s/%s/%s.%s".formatted(UPLOADS, ownerId, id, extension);
    }

    /** The folder of everything that is made of an upload; empty for a key that no announced upload has. */
    public static Optional<String> renditionFolder(String uploadKey) {
        Matcher key = UPLOAD.matcher(uploadKey);
        return key.matches()
                ? Optional.of("%s/%s/%s/".formatted(StoredRendition.BUCKET, key.group("owner"), key.group("id")))
                : Optional.empty();
    }
}
