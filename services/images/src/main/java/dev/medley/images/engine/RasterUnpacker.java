package dev.medley.images.engine;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;

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

    /** The samples of a picture of type ARGB. */
    static Pixels ofArgb(BufferedImage picture) {
        return unpackDirect(picture);
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
        Pixels pixels = isPlain(raster, colours)
                ? new Pixels(size, colours, ((DataBufferByte) raster.getDataBuffer()).getData())
                : copy(raster, size, colours);
        if (colours.hasAlpha()) {
            premultiply(pixels.samples(), colours.channels());
        }
        return pixels;
    }

    private static Pixels copy(Raster raster, Dimensions size, Colours colours) {
        Pixels pixels = Pixels.allocate(size, colours);
        int most = (1 << raster.getSampleModel().getSampleSize(0)) - 1;
        int[] row = new int[pixels.stride()];
        int place = 0;
        for (int y = 0; y < size.height(); y++) {
            raster.getPixels(0, y, size.width(), 1, row);
            for (int sample : row) {
                pixels.samples()[place++] = (byte) (most == 255 ? sample : (sample * 255 + most / 2) / most);
            }
        }
        return pixels;
    }

    /** Whether the samples are all that the raster holds and lie as they are wanted, so that no second copy is needed. */
    private static boolean isPlain(Raster raster, Colours colours) {
        return isPlain(raster.getSampleModel())
                && raster.getDataBuffer() instanceof DataBufferByte data
                && data.getData().length == raster.getWidth() * raster.getHeight() * colours.channels();
    }

    /** Whether the samples of a model are bytes that lie as they are wanted. */
    static boolean isPlain(SampleModel model) {
        if (!(model instanceof PixelInterleavedSampleModel samples)
                || samples.getDataType() != DataBuffer.TYPE_BYTE
                || samples.getPixelStride() != samples.getNumBands()) {
            return false;
        }
        int[] offsets = samples.getBandOffsets();
        for (int band = 0; band < offsets.length; band++) {
            if (offsets[band] != band) {
                return false;
            }
        }
        return true;
    }

    private static void premultiply(byte[] samples, int channels) {
        for (int alpha = channels - 1; alpha < samples.length; alpha += channels) {
            for (int colour = alpha - channels + 1; colour < alpha; colour++) {
                samples[colour] = times(samples[colour] & 0xFF, samples[alpha] & 0xFF);
            }
        }
    }

    /** Colour times alpha, so that what is transparent does not colour its neighbours when it is resized. */
    private static byte times(int colour, int alpha) {
        return (byte) ((colour * alpha + 127) / 255);
    }
}
