package dev.medley.images.settings;

import dev.medley.images.ImagesProperties;
import dev.medley.images.ImagesProperties.WatermarkDefaults;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemError;
import dev.medley.web.problem.ProblemException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says how a user's pictures are rendered: the platform's way, then the user's, then the request's. */
@Component
public class UserSettings {

    private final SettingsTable table;
    private final RenderSettings defaults;

    UserSettings(SettingsTable table, ImagesProperties properties) {
        this.table = table;
        WatermarkDefaults watermark = properties.watermark();
        this.defaults = new RenderSettings(
                new WatermarkDesign(
                        watermark.enabled(),
                        MarkKind.TEXT,
                        watermark.text(),
                        watermark.position(),
                        watermark.offset(),
                        watermark.opacity(),
                        watermark.scale(),
                        watermark.colour(),
                        watermark.font(),
                        null),
                false);
    }

    /** The platform's own. */
    public RenderSettings defaults() {
        return defaults;
    }

    /**
     * The settings of an upload. In the transaction that stores them, so that their picture stays.
     *
     * @param watermark what the request wants otherwise
     * @param plainVariants what the request wants otherwise
     * @throws ProblemException invalid request, when it wants the picture and there is none
     */
    public RenderSettings forUpload(
            String userId, @Nullable WatermarkRequest watermark, @Nullable Boolean plainVariants) {
        StoredSettings stored = table.hold(userId);
        RenderSettings own = resolve(stored);
        return new RenderSettings(
                watermark == null
                        ? own.watermark()
                        : checked(own.watermark().with(watermark, stored.pictureSha256()), watermark),
                Objects.requireNonNullElse(plainVariants, own.plainVariants()));
    }

    /**
     * A design with wishes applied, for a further rendition of an image. In the transaction that stores it, so that its
     * picture stays.
     *
     * @param base the image's own
     * @throws ProblemException invalid request, when it wants the picture and there is none
     */
    public WatermarkDesign forRendition(String userId, WatermarkDesign base, WatermarkRequest wishes) {
        return checked(base.with(wishes, table.hold(userId).pictureSha256()), wishes);
    }

    /** What is in force by what is stored. A picture that was removed is missing without an error: text stands in. */
    RenderSettings resolve(StoredSettings stored) {
        SettingsRequest content = stored.content();
        WatermarkRequest wishes = content.watermark();
        WatermarkDesign design =
                wishes == null ? defaults.watermark() : defaults.watermark().with(wishes, stored.pictureSha256());
        return new RenderSettings(
                design, Objects.requireNonNullElse(content.plainVariants(), defaults.plainVariants()));
    }

    /** A design that shows a picture which was removed falls back to text, unless these very wishes are for the picture. */
    static WatermarkDesign checked(WatermarkDesign design, @Nullable WatermarkRequest wishes) {
        if (wishes != null && wishes.mark() == MarkKind.PICTURE && design.lacksPicture()) {
            String detail = "can be picture after one was sent to PUT /images/settings/watermark-picture";
            throw ProblemException.of(ProblemCode.INVALID_REQUEST, "/watermark/mark " + detail + ".")
                    .withErrors(List.of(new ProblemError("/watermark/mark", detail)));
        }
        return design;
    }
}
