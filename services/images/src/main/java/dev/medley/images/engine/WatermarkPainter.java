package dev.medley.images.engine;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Draws watermarks with a font of its own: slim container images have none. */
public final class WatermarkPainter {

    private static final String FONT = "/fonts/DejaVuSans.ttf";

    /** Text height in relation to the picture's longer side: 24 px on a picture of 1,000. */
    private static final float RELATIVE_SIZE = 0.024f;

    private static final float SMALLEST_SIZE = 8f;

    private final Font font;

    /** Reads the font. */
    public WatermarkPainter() {
        try (InputStream in = WatermarkPainter.class.getResourceAsStream(FONT)) {
            if (in == null) {
                throw new IllegalStateException(FONT + " is not on the class path");
            }
            this.font = Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (FontFormatException e) {
            throw new IllegalStateException(FONT + " is not a TrueType font", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Draws the text into the picture, shrunk where the picture is too narrow for it. */
    public void paint(BufferedImage picture, Watermark watermark) {
        float size = Math.max(SMALLEST_SIZE, RELATIVE_SIZE * Math.max(picture.getWidth(), picture.getHeight()));
        float margin = size / 2;
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setComposite(AlphaComposite.SrcOver.derive(watermark.opacity()));
            graphics.setColor(Color.WHITE);
            TextLayout text = layout(graphics, watermark.text(), size);
            float room = picture.getWidth() - 2 * margin;
            if (text.getAdvance() > room) {
                text = layout(graphics, watermark.text(), Math.max(1, size * room / text.getAdvance()));
            }
            text.draw(
                    graphics,
                    picture.getWidth() - margin - text.getAdvance(),
                    picture.getHeight() - margin - text.getDescent());
        } finally {
            graphics.dispose();
        }
    }

    private TextLayout layout(Graphics2D graphics, String text, float size) {
        return new TextLayout(text, font.deriveFont(size), graphics.getFontRenderContext());
    }
}
