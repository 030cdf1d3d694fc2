package dev.medley.images.upload;

import dev.medley.images.ImagesProperties;
import dev.medley.images.engine.ImageFormat;
import dev.medley.images.library.Image;
import dev.medley.images.library.Images;
import dev.medley.images.settings.UserSettings;
import dev.medley.storage.ObjectStore;
import dev.medley.storage.UploadConditions;
import dev.medley.storage.UploadLink;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes announcements and hands out upload links. */
@Component
class UploadDesk {

    private final Images images;
    private final ObjectStore objects;
    private final UserSettings settings;
    private final ImagesProperties properties;
    private final InstantSource clock;

    UploadDesk(
            Images images,
            ObjectStore objects,
            UserSettings settings,
            ImagesProperties properties,
            InstantSource clock) {
        this.images = images;
        this.objects = objects;
        this.settings = settings;
        this.properties = properties;
        this.clock = clock;
    }

    @Transactional
    UploadTicket announce(String ownerId, CreateUploadRequest request) {
        ImageFormat format = ImageFormat.ofContentType(request.fileType());
        if (format == null) {
            throw ProblemException.of(
                    ProblemCode.UNSUPPORTED_IMAGE_TYPE, "Invalid file type. Only JPEG, PNG, and GIF are allowed.");
        }
        Long bytes = request.fileSize();
        if (bytes != null && bytes > properties.maxFileSize().toBytes()) {
            throw ProblemException.of(
                    ProblemCode.IMAGE_TOO_LARGE,
                    "The file has %d bytes; up to %d are accepted."
                            .formatted(bytes, properties.maxFileSize().toBytes()));
        }
        String sha256 = base64(request.sha256());
        Instant now = clock.instant();
        Instant expiresAt = now.plus(properties.uploadValidity()).plus(properties.uploadGrace());
        Image image = images.save(new Image(
                ownerId,
                request.fileName(),
                format,
                bytes,
                sha256,
                settings.forUpload(ownerId, request.watermark(), request.plainVariants()),
                expiresAt,
                now));
        UploadLink link = objects.presignUpload(
                image.upload(), new UploadConditions(format.contentType(), bytes, sha256), properties.uploadValidity());
        return new UploadTicket(
                image.id(),
                link.url(),
                image.uploadKey(),
                properties.uploadValidity().toSeconds(),
                link.headers());
    }

    /** S3 takes checksums in Base64. */
    private static @Nullable String base64(@Nullable String hexadecimal) {
        return hexadecimal == null
                ? null
                : Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hexadecimal));
    }
}
