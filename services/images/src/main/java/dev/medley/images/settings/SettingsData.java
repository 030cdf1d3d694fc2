package dev.medley.images.settings;

import dev.medley.accounts.personaldata.PersonalData;
import dev.medley.images.settings.StoredSettings.StoredPicture;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A user's settings and the picture of the watermark. */
@Component("settings")
class SettingsData implements PersonalData {

    private final SettingsTable table;
    private final WatermarkPictures pictures;
    private final PictureRemoval removal;

    SettingsData(SettingsTable table, WatermarkPictures pictures, PictureRemoval removal) {
        this.table = table;
        this.pictures = pictures;
        this.removal = removal;
    }

    @Override
    public @Nullable Object export(String userId) {
        StoredSettings stored = table.find(userId);
        return stored.version() == 0 ? null : new Export(stored.content(), picture(userId, stored.picture()));
    }

    @Override
    public void erase(String userId) {
        table.delete(userId);
        removal.forget(userId);
    }

    @Override
    public void eraseObjects(String userId) {
        pictures.deleteAll(userId);
    }

    private @Nullable ExportedPicture picture(String userId, @Nullable StoredPicture picture) {
        return picture == null
                ? null
                : new ExportedPicture(
                        picture.contentType(),
                        Base64.getEncoder().encodeToString(pictures.read(userId, picture.sha256())));
    }

    private record Export(
            SettingsRequest settings, @Nullable ExportedPicture watermarkPicture) {}

    /** @param content Base64 */
    private record ExportedPicture(String contentType, String content) {}
}
