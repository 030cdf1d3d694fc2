package dev.medley.images.engine;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Takes the samples out of what ImageIO decodes of PNG and GIF, as they are: Java's color models take gray for linear light
 * and would brighten it.
 */
final class RasterUnpacker {

    private RasterUnpacker() {}

    static Decoded unpack(BufferedImage picture, byte[] file, ImageFormat format) {
        Pixels pixels = picture.getColorModel() instanceof IndexColorModel palette
                ? unpackIndexed(picture.getRaster(), palette)
                : unpackDirect(picture);
        byte[] profile = format == ImageFormat.PNG ? PngChunks.profile(file) : null;
        return new Decoded(pixels, ColourProfile.of(profile, pixels.colours()));
    }

    private static Pixels unpackIndexed(Raster raster, IndexColorModel palette) {
        Colours colours = palette.hasAlpha() ? Colours.RGBA : Colours.RGB;
        Dimensions size = new Dimensions(raster.getWidth(), raster.getHeight());
        Pixels pixels = Pixels.allocate(size, colours);
        int[] argb = new int[palette.getMapSize()];
        palette.getRGBs(argb);
        int[] row = new int[size.width()];
        int place = 0;
        for (int y = 0; y < size.height(); y++) {
            raster.getPixels(0, y, size.width(), 1, row);
            for (int index : row) {
                // An index beyond the palette shows as nothing, as it does in viewers.
                int pixel = index < argb.length ? argb[index] : 0;
                int alpha = colours.hasAlpha() ? pixel >>> 24 : 255;
                pixels.samples()[place++] = times((pixel >> 16) & 0xFF, alpha);
                pixels.samples()[place++] = times((pixel >> 8) & 0xFF, alpha);
                pixels.samples()[place++] = times(pixel & 0xFF, alpha);
                if (colours.hasAlpha()) {
                    pixels.samples()[place++] = (byte) alpha;
                }
            }
        }
        return pixels;
    }

    private static Pixels unpackDirect(BufferedImage picture) {
        Raster raster = picture.getRaster();
        Dimensions size = new Dimensions(raster.getWidth(), raster.getHeight());
        Colours colours =
                switch (raster.getNumBands()) {
                    case 1 -> Colours.GRAY;
                    case 2 -> Colours.GRAY_ALPHA;
                    case 3 -> Colours.RGB;
                    default -> Colours.RGBA;
                };
        Pixels pixels = Pixels.allocate(size, colours);
        int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        int channels = colours.channels();
        int[] row = new int[pixels.stride()];
        for (int y = 0; y < size.height(); y++) {
            raster.getPixels(0, y, size.width(), 1, row);
            if (most != 255) {
                for (int index = 0; index < row.length; index++) {
                    row[index] = (row[index] * 255 + most / 2) / most;
                }
            }
            int place = y * row.length;
            for (int start = 0; start < row.length; start += channels) {
                int alpha = colours.hasAlpha() ? row[start + channels - 1] : 255;
                for (int channel = 0; channel < channels; channel++) {
                    boolean isAlpha = colours.hasAlpha() && channel == channels - 1;
                    pixels.samples()[place++] = isAlpha ? (byte) alpha : times(row[start + channel], alpha);
                }
            }
        }
        return pixels;
    }

    /** Colour times alpha, so that what is transparent does not colour its neighbours when it is resized. */
    private static byte times(int colour, int alpha) {
        return (byte) ((colour * alpha + 127) / 255);
    }
}
