package dev.medley.images.engine;

import com.fasterxml.jackson.annotation.JsonValue;
import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The fonts that the service ships: slim container images have none. */
public enum Typeface {
    /** Without serifs. */
    SANS("DejaVuSans.ttf"),
    /** Without serifs, bold. */
    SANS_BOLD("DejaVuSans-Bold.ttf"),
    /** With serifs. */
    SERIF("DejaVuSerif.ttf"),
    /** All letters equally wide. */
    MONO("DejaVuSansMono.ttf");

    private final String file;

    Typeface(String file) {
        this.file = file;
    }

    /** The name in requests and answers: kebab case. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads the font. */
    Font read() {
        try (InputStream in = Typeface.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException e) {
            throw new IllegalStateException(file + " is not a TrueType font", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
