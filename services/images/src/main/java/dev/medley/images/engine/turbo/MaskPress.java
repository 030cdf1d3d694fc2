package dev.medley.images.engine.turbo;

import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.Watermark;
import dev.medley.images.engine.WatermarkPainter;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes watermark masks and keeps those in use: drawing text costs more than blending it. */
final class MaskPress {

    private static final int KEPT = 64;

    private final WatermarkPainter painter;
    private final Map<Key, WatermarkMask> masks = Collections.synchronizedMap(new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, WatermarkMask> eldest) {
            return size() > KEPT;
        }
    });

    MaskPress(WatermarkPainter painter) {
        this.painter = painter;
    }

    private record Key(Watermark watermark, Dimensions size) {}

    /** The mask of a watermark on pictures of a size. */
    WatermarkMask maskFor(Watermark watermark, Dimensions size) {
        return masks.computeIfAbsent(new Key(watermark, size), key -> draw(key.watermark(), key.size()));
    }

    /** White on black with an opacity is its own cover. */
    private WatermarkMask draw(Watermark watermark, Dimensions size) {
        BufferedImage canvas = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_BYTE_GRAY);
        painter.paint(canvas, watermark);
        byte[] samples = ((DataBufferByte) canvas.getRaster().getDataBuffer()).getData();
        int left = size.width();
        int top = size.height();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                if (samples[y * size.width() + x] != 0) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        if (right == 0) {
            return new WatermarkMask(0, 0, 0, 0, new byte[0]);
        }
        return cut(samples, size, left / 2 * 2, top / 2 * 2, right, bottom);
    }

    private static WatermarkMask cut(byte[] samples, Dimensions size, int left, int top, int right, int bottom) {
        int width = (right - left + 1) / 2 * 2;
        int height = (bottom - top + 1) / 2 * 2;
        byte[] cover = new byte[width * height];
        for (int y = 0; y < height && top + y < size.height(); y++) {
            int copied = Math.min(width, size.width() - left);
            System.arraycopy(samples, (top + y) * size.width() + left, cover, y * width, copied);
        }
        return new WatermarkMask(left, top, width, height, cover);
    }
}
