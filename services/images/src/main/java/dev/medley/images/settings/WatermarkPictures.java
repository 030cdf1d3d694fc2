package dev.medley.images.settings;

import dev.medley.images.settings.StoredSettings.StoredPicture;
import dev.medley.storage.FetchedObject;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import java.net.URI;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * The pictures that users uploaded for watermarks, under their hashes: an image keeps the picture that it was announced
 * with. They lie beside the uploads, outside the folder that notifications are sent for.
 */
@Component
class WatermarkPictures {

    private static final String BUCKET = "uploads";
    private static final String FOLDER = "watermarks/%s/";

    /** What a request's body may have at most. */
    private static final long MAX_BYTES = 1_048_576;

    private final ObjectStore objects;

    WatermarkPictures(ObjectStore objects) {
        this.objects = objects;
    }

    void write(String ownerId, StoredPicture picture, byte[] content) {
        objects.write(reference(ownerId, picture.sha256()), picture.contentType(), content);
    }

    boolean exists(String ownerId, String sha256) {
        return objects.find(reference(ownerId, sha256)).isPresent();
    }

    /** The picture's file. */
    byte[] read(String ownerId, String sha256) {
        return objects.fetch(reference(ownerId, sha256), MAX_BYTES)
                .flatMap(FetchedObject::content)
                .orElseThrow(() -> new IllegalStateException("the watermark picture " + sha256 + " is absent"));
    }

    URI link(String ownerId, String sha256, Duration validity) {
        return objects.presignDownload(reference(ownerId, sha256), validity);
    }

    void delete(String ownerId, String sha256) {
        objects.delete(reference(ownerId, sha256));
    }

    void deleteAll(String ownerId) {
        objects.deleteAll(BUCKET, FOLDER.formatted(ownerId));
    }

    private static ObjectReference reference(String ownerId, String sha256) {
        return new ObjectReference(BUCKET, FOLDER.formatted(ownerId) + sha256);
    }
}
