package dev.medley.images.settings;

import dev.medley.images.engine.Mark;
import dev.medley.images.engine.PictureMark;
import dev.medley.images.engine.RejectedImageException;
import dev.medley.images.engine.TextMark;
import dev.medley.images.engine.Typeface;
import dev.medley.images.engine.Watermark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what the engine draws out of what a user designed. */
@Component
public class WatermarkFactory {

    private static final String DATE = "{date}";
    private static final int HEXADECIMAL = 16;

    private final WatermarkPictures pictures;

    WatermarkFactory(WatermarkPictures pictures) {
        this.pictures = pictures;
    }

    /**
     * The watermark of a picture, null for none.
     *
     * @param ownerId whose picture
     * @param uploadedAt what {@code {date}} stands for
     */
    public @Nullable Watermark create(String ownerId, WatermarkDesign design, Instant uploadedAt) {
        if (!design.enabled()) {
            return null;
        }
        String picture = design.picture();
        Mark mark = picture == null
                ? text(design.text(), design.colour(), design.font(), uploadedAt)
                : picture(ownerId, picture);
        return new Watermark(
                mark, design.position(), (float) design.offset(), (float) design.opacity(), (float) design.scale());
    }

    private static Mark text(String text, String colour, Typeface font, Instant uploadedAt) {
        String date = LocalDate.ofInstant(uploadedAt, ZoneOffset.UTC).toString();
        return new TextMark(text.replace(DATE, date), Integer.parseInt(colour.substring(1), HEXADECIMAL), font);
    }

    private Mark picture(String ownerId, String sha256) {
        try {
            return new PictureMark(pictures.read(ownerId, sha256));
        } catch (RejectedImageException e) {
            throw new IllegalStateException("the watermark picture was good when it was uploaded", e);
        }
    }
}
