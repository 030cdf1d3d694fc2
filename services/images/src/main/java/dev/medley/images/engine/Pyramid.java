package dev.medley.images.engine;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import net.coobird.thumbnailator.resizers.Resizers;

/**
 * A decoded picture and its halvings, made once and shared by all renditions: each is then scaled by less than two, where
 * bicubic interpolation neither aliases nor blurs.
 */
final class Pyramid {

    private final List<BufferedImage> levels = new ArrayList<>();
    private final int type;

    Pyramid(BufferedImage decoded, boolean alpha) {
        levels.add(decoded);
        type = alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    }

    BufferedImage scaledTo(Dimensions size) {
        int level = 0;
        while (levels.get(level).getWidth() >= 2 * size.width()
                && levels.get(level).getHeight() >= 2 * size.height()) {
            if (++level == levels.size()) {
                levels.add(half(levels.getLast()));
            }
        }
        BufferedImage scaled = canvas(size.width(), size.height());
        Resizers.BICUBIC.resize(levels.get(level), scaled);
        return scaled;
    }

    private BufferedImage half(BufferedImage whole) {
        BufferedImage half = canvas(whole.getWidth() / 2, whole.getHeight() / 2);
        Resizers.BILINEAR.resize(whole, half);
        return half;
    }

    /** JPEG has no alpha channel, so what is transparent becomes white. */
    private BufferedImage canvas(int width, int height) {
        BufferedImage canvas = new BufferedImage(width, height, type);
        if (type == BufferedImage.TYPE_INT_RGB) {
            Graphics2D graphics = canvas.createGraphics();
            graphics.setColor(Color.WHITE);
            graphics.fillRect(0, 0, width, height);
            graphics.dispose();
        }
        return canvas;
    }
}
