package dev.medley.images.settings;

import dev.medley.images.ImagesProperties;
import dev.medley.images.settings.StoredSettings.StoredPicture;
import dev.medley.web.etag.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes a user's settings. */
@Component
class SettingsDesk {

    private final SettingsTable table;
    private final UserSettings settings;
    private final WatermarkPictures pictures;
    private final PictureRemoval removal;
    private final PictureJudge judge;
    private final TransactionTemplate transaction;
    private final ImagesProperties properties;

    SettingsDesk(
            SettingsTable table,
            UserSettings settings,
            WatermarkPictures pictures,
            PictureRemoval removal,
            PictureJudge judge,
            TransactionTemplate transaction,
            ImagesProperties properties) {
        this.table = table;
        this.settings = settings;
        this.pictures = pictures;
        this.removal = removal;
        this.judge = judge;
        this.transaction = transaction;
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
        RenderSettings wanted = settings.resolve(new StoredSettings(stored.version(), request, stored.picture()));
        UserSettings.checked(wanted.watermark(), request.watermark());
        table.update(userId, request);
        return versioned(userId, table.find(userId));
    }

    /**
     * Judges and writes the picture, which may take seconds, before a connection is taken. Object first: a picture that no
     * row tells of is overwritten by the repetition or goes with the account.
     */
    public Versioned replacePicture(String userId, byte[] file) {
        StoredPicture picture = judge.judge(file);
        pictures.write(userId, picture, file);
        Versioned replaced = transaction.execute(_ -> replacePicture(userId, picture, file));
        removal.removeNoted(userId);
        return replaced;
    }

    private Versioned replacePicture(String userId, StoredPicture picture, byte[] file) {
        StoredPicture old = table.lock(userId).picture();
        table.update(userId, picture);
        if (old == null || !old.sha256().equals(picture.sha256())) {
            writeAgainIfDeleted(userId, picture, file);
        }
        if (old != null && !old.sha256().equals(picture.sha256())) {
            removal.note(userId, old.sha256());
        }
        return versioned(userId, table.find(userId));
    }

    /** Whoever deletes a picture holds the row as this does; a request that replaced the same one may have come between. */
    private void writeAgainIfDeleted(String userId, StoredPicture picture, byte[] file) {
        if (!pictures.exists(userId, picture.sha256())) {
            pictures.write(userId, picture, file);
        }
    }

    public void deletePicture(String userId) {
        transaction.executeWithoutResult(_ -> {
            StoredPicture old = table.lock(userId).picture();
            if (old != null) {
                table.update(userId, (StoredPicture) null);
                removal.note(userId, old.sha256());
            }
        });
        removal.removeNoted(userId);
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
}
