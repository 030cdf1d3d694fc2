package dev.medley.images.pipeline;

import dev.medley.images.ImagesProperties;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.ImageInspector;
import dev.medley.images.engine.RejectedImageException;
import dev.medley.images.engine.Rejection;
import dev.medley.images.library.Image;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import dev.medley.storage.StoredObject;
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

    /** The file's bytes, unless their number already rules it out. */
    byte[] read(Image image) throws RejectedImageException {
        ObjectReference file = image.upload();
        StoredObject stored = objects.find(file)
                .orElseThrow(
                        () -> new IllegalStateException("the reported file of image " + image.id() + " is absent"));
        if (stored.bytes() == 0) {
            throw new RejectedImageException(Rejection.EMPTY_FILE);
        }
        if (stored.bytes() > properties.maxFileSize().toBytes()) {
            throw new RejectedImageException(Rejection.TOO_LARGE);
        }
        return objects.read(file);
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
