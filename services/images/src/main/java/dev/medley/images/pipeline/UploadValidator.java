package dev.medley.images.pipeline;

import dev.medley.images.ImagesProperties;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.ImageInspector;
import dev.medley.images.engine.RejectedImageException;
import dev.medley.images.engine.Rejection;
import dev.medley.images.engine.Sha256;
import dev.medley.images.library.Image;
import dev.medley.storage.FetchedObject;
import dev.medley.storage.ObjectStore;
import org.springframework.stereotype.Component;

/** Holds a stored file against what was announced and what is accepted. S3's own word counts, not the notification's. */
@Component
class UploadValidator {

    private final ObjectStore objects;
    private final ImageInspector inspector;
    private final ImagesProperties properties;

    UploadValidator(ObjectStore objects, ImageInspector inspector, ImagesProperties properties) {
        this.objects = objects;
        this.inspector = inspector;
        this.properties = properties;
    }

    /** The file, unless its length already rules it out. */
    FetchedObject fetch(Image image) throws RejectedImageException {
        FetchedObject file = objects.fetch(
                        image.upload(), properties.maxFileSize().toBytes())
                .orElseThrow(
                        () -> new IllegalStateException("the reported file of image " + image.id() + " is absent"));
        if (file.stored().bytes() == 0) {
            throw new RejectedImageException(Rejection.EMPTY_FILE);
        }
        if (file.content().isEmpty()) {
            throw new RejectedImageException(Rejection.TOO_LARGE);
        }
        return file;
    }

    /** The picture's header, unless the file is not what was announced. */
    ImageHeader judge(Image image, byte[] file) throws RejectedImageException {
        Long announced = image.announcedBytes();
        if (announced != null && announced != file.length) {
            throw new RejectedImageException(Rejection.LENGTH_MISMATCH);
        }
        String sha256 = image.announcedSha256();
        if (sha256 != null && !sha256.equals(Sha256.base64(file))) {
            throw new RejectedImageException(Rejection.CHECKSUM_MISMATCH);
        }
        return inspector.inspect(file, image.format());
    }
}
