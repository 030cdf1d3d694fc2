package dev.medley.images.engine;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Draws watermarks, each no larger than its own rectangle. */
public final class WatermarkPainter {

    private static final float SMALLEST_TEXT = 8f;

    /** Letters may reach beyond the box that they are measured by. */
    private static final int OVERHANG = 2;

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Map<Typeface, Font> fonts = new EnumMap<>(Typeface.class);

    /** Reads the fonts. */
    public WatermarkPainter() {
        for (Typeface typeface : Typeface.values()) {
            fonts.put(typeface, typeface.read());
        }
    }

    /** The watermark as it stands on a picture of that size. */
    public Stamp draw(Watermark watermark, Dimensions picture) {
        int longer = Math.max(picture.width(), picture.height());
        int margin = Math.round(watermark.offset() * longer);
        // At least half of each side, so that a great offset moves a mark and does not shrink it to nothing.
        Dimensions room = new Dimensions(
                Math.max(picture.width() - 2 * margin, (picture.width() + 1) / 2),
                Math.max(picture.height() - 2 * margin, (picture.height() + 1) / 2));
        float size = watermark.scale() * longer;
        return switch (watermark.mark()) {
            case TextMark text -> draw(text, watermark, picture, room, margin, size);
            case PictureMark mark -> draw(mark, watermark, picture, room, margin, size);
        };
    }

    private Stamp draw(
            TextMark mark, Watermark watermark, Dimensions picture, Dimensions room, int margin, float wanted) {
        Font font = Objects.requireNonNull(fonts.get(mark.typeface()));
        float size = Math.max(SMALLEST_TEXT, wanted);
        TextLayout text = new TextLayout(mark.text(), font.deriveFont(size), EXACT);
        float tooLarge =
                Math.max(text.getAdvance() / room.width(), (text.getAscent() + text.getDescent()) / room.height());
        if (tooLarge > 1) {
            text = new TextLayout(mark.text(), font.deriveFont(Math.max(1, size / tooLarge)), EXACT);
        }
        TextLayout fitting = text;
        Dimensions box = new Dimensions(Math.max(1, (int) Math.ceil(text.getAdvance())), Math.max(1, (int)
                Math.ceil(text.getAscent() + text.getDescent())));
        Region place = watermark.position().place(picture, box, margin);
        Region canvas = grown(place, picture);
        return stamp(canvas, watermark.opacity(), graphics -> {
            graphics.setColor(new Color(mark.colour()));
            fitting.draw(
                    graphics,
                    place.left() - canvas.left(),
                    place.top() - canvas.top() + place.height() - fitting.getDescent());
        });
    }

    private static Region grown(Region region, Dimensions picture) {
        int left = Math.max(0, region.left() - OVERHANG);
        int top = Math.max(0, region.top() - OVERHANG);
        return new Region(
                left,
                top,
                Math.min(picture.width(), region.left() + region.width() + OVERHANG) - left,
                Math.min(picture.height(), region.top() + region.height() + OVERHANG) - top);
    }

    private static Stamp draw(
            PictureMark mark, Watermark watermark, Dimensions picture, Dimensions room, int margin, float longerSide) {
        Dimensions size = mark.size();
        double scale = longerSide / Math.max(size.width(), size.height());
        scale = Math.min(scale, (double) room.width() / size.width());
        scale = Math.min(scale, (double) room.height() / size.height());
        Dimensions box = new Dimensions(
                Math.clamp(Math.round(size.width() * scale), 1, room.width()),
                Math.clamp(Math.round(size.height() * scale), 1, room.height()));
        Region place = watermark.position().place(picture, box, margin);
        // Before there is a canvas, which would be one more picture of that size.
        BufferedImage scaled = mark.scaled(box);
        return stamp(place, watermark.opacity(), graphics -> graphics.drawImage(scaled, 0, 0, null));
    }

    /** Draws on a transparent canvas. */
    private static Stamp stamp(Region region, float opacity, Drawing drawing) {
        BufferedImage canvas = new BufferedImage(region.width(), region.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = canvas.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setComposite(AlphaComposite.SrcOver.derive(opacity));
            drawing.on(graphics);
        } finally {
            graphics.dispose();
        }
        return new Stamp(region, ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData());
    }

    @FunctionalInterface
    private interface Drawing {
        void on(Graphics2D graphics);
    }
}
