package dev.medley.images.pipeline;

import dev.medley.images.ImagesProperties;
import dev.medley.images.library.Image;
import dev.medley.images.library.ImageKeys;
import dev.medley.images.library.StoredRendition;
import dev.medley.storage.FetchedObject;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import org.springframework.stereotype.Component;

/** The files as users sent them. */
@Component
public class Originals {

    private final ObjectStore objects;
    private final long maxBytes;

    Originals(ObjectStore objects, ImagesProperties properties) {
        this.objects = objects;
        this.maxBytes = properties.maxFileSize().toBytes();
    }

    /**
     * The original of a processed image.
     *
     * @throws IllegalStateException when it is not the file that was processed
     */
    public byte[] read(Image image) {
        FetchedObject file = objects.fetch(image.upload(), maxBytes)
                .orElseThrow(() -> new IllegalStateException("the original of image " + image.id() + " is absent"));
        String known = image.objectEtag();
        if (known != null && !known.equals(file.stored().eTag())) {
            throw new IllegalStateException("the original of image " + image.id() + " was replaced");
        }
        return file.content()
                .orElseThrow(() -> new IllegalStateException("the original of image " + image.id() + " has grown"));
    }

    /** Leaves nothing of an image that has no row, or none any more, or whose file is not kept. */
    public void discard(String uploadKey) {
        objects.delete(new ObjectReference(ImageKeys.UPLOADS, uploadKey));
        ImageKeys.renditionFolder(uploadKey).ifPresent(folder -> objects.deleteAll(StoredRendition.BUCKET, folder));
    }
}
