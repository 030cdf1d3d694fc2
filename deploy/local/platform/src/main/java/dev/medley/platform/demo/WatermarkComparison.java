package dev.medley.platform.demo;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/**
 * How a rendition differs from the original at its size, by the mean brightness of blocks of 8 x 8 pixels: small enough
 * to see letters, large enough that neither noise nor the way of scaling shows.
 *
 * @param brightenedInCorner blocks of the lower right corner that became clearly brighter
 * @param largestElsewhere the largest difference of any other block, in levels of 0 to 255
 */
record WatermarkComparison(int brightenedInCorner, double largestElsewhere) {

    private static final int BLOCK = 8;
    private static final double CLEARLY = 12;

    /** The text is 2.4 % of the longer side high, about eleven times as wide, and half a height off the edges. */
    private static final double CORNER_WIDTH = 0.34;

    private static final double CORNER_HEIGHT = 0.06;

    static WatermarkComparison of(BufferedImage original, BufferedImage rendition) {
        int width = rendition.getWidth();
        int height = rendition.getHeight();
        BufferedImage expected = scaled(original, width, height);
        double longerSide = Math.max(width, height);
        int left = (int) (width - CORNER_WIDTH * longerSide);
        int top = (int) (height - CORNER_HEIGHT * longerSide);
        int brightened = 0;
        double elsewhere = 0;
        for (int y = 0; y + BLOCK <= height; y += BLOCK) {
            for (int x = 0; x + BLOCK <= width; x += BLOCK) {
                double difference = brightness(rendition, x, y) - brightness(expected, x, y);
                if (x + BLOCK > left && y + BLOCK > top) {
                    brightened += difference > CLEARLY ? 1 : 0;
                } else {
                    elsewhere = Math.max(elsewhere, Math.abs(difference));
                }
            }
        }
        return new WatermarkComparison(brightened, elsewhere);
    }

    /** By halves, because an interpolation that looks at four pixels overlooks the others in larger steps. */
    private static BufferedImage scaled(BufferedImage picture, int width, int height) {
        BufferedImage current = picture;
        while (current.getWidth() >= 2 * width && current.getHeight() >= 2 * height) {
            current = drawn(current, current.getWidth() / 2, current.getHeight() / 2);
        }
        return drawn(current, width, height);
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return result;
    }

    private static double brightness(BufferedImage picture, int left, int top) {
        long sum = 0;
        for (int y = top; y < top + BLOCK; y++) {
            for (int x = left; x < left + BLOCK; x++) {
                int rgb = picture.getRGB(x, y);
                sum += 299L * ((rgb >> 16) & 0xFF) + 587L * ((rgb >> 8) & 0xFF) + 114L * (rgb & 0xFF);
            }
        }
        return sum / (1000.0 * BLOCK * BLOCK);
    }
}
