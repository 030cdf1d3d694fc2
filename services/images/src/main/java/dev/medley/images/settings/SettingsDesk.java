package dev.medley.images.settings;

import dev.medley.images.ImagesProperties;
import dev.medley.images.engine.ImageFormat;
import dev.medley.images.engine.PictureMark;
import dev.medley.images.engine.RejectedImageException;
import dev.medley.images.engine.Rejection;
import dev.medley.images.scan.ScanOutcome;
import dev.medley.images.scan.ScannerUnavailableException;
import dev.medley.images.scan.VirusScanner;
import dev.medley.images.settings.StoredSettings.StoredPicture;
import dev.medley.web.etag.ETags;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemError;
import dev.medley.web.problem.ProblemException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes a user's settings. */
@Component
class SettingsDesk {

    private final SettingsTable table;
    private final UserSettings settings;
    private final WatermarkPictures pictures;
    private final VirusScanner scanner;
    private final ImagesProperties properties;

    SettingsDesk(
            SettingsTable table,
            UserSettings settings,
            WatermarkPictures pictures,
            VirusScanner scanner,
            ImagesProperties properties) {
        this.table = table;
        this.settings = settings;
        this.pictures = pictures;
        this.scanner = scanner;
        this.properties = properties;
    }

    /**
     * Settings with the version that their ETag is made of.
     *
     * @param version 0 when nothing is stored
     * @param settings what is in force
     */
    record Versioned(long version, SettingsResponse settings) {}

    @Transactional(readOnly = true)
    public Versioned find(String userId) {
        return versioned(userId, table.find(userId));
    }

    @Transactional
    public Versioned replace(String userId, @Nullable String ifMatch, SettingsRequest request) {
        StoredSettings stored = table.lock(userId);
        ETags.requireMatch(ifMatch, stored.version());
        UserSettings.checked(settings.resolve(new StoredSettings(stored.version(), request, stored.picture()))
                .watermark());
        table.update(userId, request);
        return versioned(userId, table.find(userId));
    }

    /** Object first: a picture that no row tells of is overwritten by the repetition or goes with the account. */
    @Transactional
    public Versioned replacePicture(String userId, byte[] file) {
        judge(file);
        String contentType = Objects.requireNonNull(ImageFormat.of(file)).contentType();
        String sha256 = sha256(file);
        StoredSettings stored = table.lock(userId);
        pictures.write(userId, sha256, contentType, file);
        table.update(userId, new StoredPicture(sha256, contentType, file.length));
        StoredPicture old = stored.picture();
        if (old != null && !old.sha256().equals(sha256)) {
            deleteUnlessUsed(userId, old);
        }
        return versioned(userId, table.find(userId));
    }

    @Transactional
    public void deletePicture(String userId) {
        StoredPicture old = table.lock(userId).picture();
        if (old != null) {
            table.update(userId, (StoredPicture) null);
            deleteUnlessUsed(userId, old);
        }
    }

    private void deleteUnlessUsed(String userId, StoredPicture old) {
        if (!table.isUsed(userId, old.sha256())) {
            pictures.delete(userId, old.sha256());
        }
    }

    private void judge(byte[] file) {
        try {
            PictureMark decoded = new PictureMark(file);
            if (scanner.scan(file) == ScanOutcome.INFECTED) {
                throw refused(decoded + ": " + Rejection.INFECTED.detail());
            }
        } catch (RejectedImageException e) {
            throw refused("must be a PNG or JPEG of up to 4 megapixels: "
                    + e.rejection().detail());
        } catch (ScannerUnavailableException e) {
            throw ProblemException.of(ProblemCode.SERVICE_UNAVAILABLE, "Files cannot be scanned just now.")
                    .causedBy(e);
        }
    }

    private static ProblemException refused(String detail) {
        return ProblemException.of(ProblemCode.INVALID_REQUEST, "The picture " + detail)
                .withErrors(List.of(new ProblemError("", detail)));
    }

    private Versioned versioned(String userId, StoredSettings stored) {
        RenderSettings inForce = settings.resolve(stored);
        StoredPicture picture = stored.picture();
        return new Versioned(
                stored.version(),
                new SettingsResponse(
                        inForce.watermark(),
                        inForce.plainVariants(),
                        picture == null
                                ? null
                                : new SettingsResponse.Picture(
                                        picture.sha256(),
                                        picture.contentType(),
                                        picture.bytes(),
                                        pictures.link(userId, picture.sha256(), properties.downloadValidity()),
                                        properties.downloadValidity().toSeconds())));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
