package dev.medley.images.engine;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import org.jspecify.annotations.Nullable;

/** Makes of scaled samples what is encoded: sRGB, upright, on white where there may be no alpha. */
final class Finisher {

    private static final int WHITE = 255;

    /** Pixels that are worked on at once, so that little is held beside the two pictures. */
    private static final int STRIP = 1 << 17;

    private Finisher() {}

    /**
     * A picture of 0xAARRGGBB or 0xRRGGBB.
     *
     * @param scaled as stored
     * @param orientation how it is turned upright
     * @param alpha whether what is transparent may stay so
     */
    static BufferedImage finish(
            Pixels scaled, @Nullable ColourProfile profile, Orientation orientation, boolean alpha) {
        boolean transparent = scaled.colours().hasAlpha() && alpha;
        Dimensions upright = orientation.upright(scaled.size());
        BufferedImage picture = new BufferedImage(
                upright.width(),
                upright.height(),
                transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        int[] target = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        int rows = Math.clamp(STRIP / upright.width(), 1, upright.height());
        for (int top = 0; top < upright.height(); top += rows) {
            Dimensions strip = new Dimensions(upright.width(), Math.min(rows, upright.height() - top));
            int[] argb = toArgb(upright(scaled, orientation, top, strip), profile);
            if (scaled.colours().hasAlpha() && !alpha) {
                putOnWhite(argb);
            }
            System.arraycopy(argb, 0, target, top * upright.width(), argb.length);
        }
        return picture;
    }

    /** Some rows of the upright picture. */
    private static Pixels upright(Pixels stored, Orientation orientation, int top, Dimensions strip) {
        Pixels upright = Pixels.allocate(strip, stored.colours());
        int channels = stored.colours().channels();
        int place = 0;
        for (int y = top; y < top + strip.height(); y++) {
            for (int x = 0; x < strip.width(); x++) {
                int index = orientation.storedIndex(
                        x, y, stored.size().width(), stored.size().height());
                for (int channel = 0; channel < channels; channel++) {
                    upright.samples()[place++] = stored.samples()[index * channels + channel];
                }
            }
        }
        return upright;
    }

    private static int[] toArgb(Pixels pixels, @Nullable ColourProfile profile) {
        int[] argb = new int[Math.toIntExact(pixels.size().pixels())];
        byte[] samples = pixels.samples();
        int channels = pixels.colours().channels();
        for (int index = 0, place = 0; index < argb.length; index++, place += channels) {
            argb[index] = switch (pixels.colours()) {
                case GRAY -> opaque(samples[place], samples[place], samples[place]);
                case GRAY_ALPHA -> {
                    byte gray = straight(samples[place], samples[place + 1]);
                    yield withAlpha(opaque(gray, gray, gray), samples[place + 1]);
                }
                case RGB -> opaque(samples[place], samples[place + 1], samples[place + 2]);
                case RGBA -> {
                    byte alpha = samples[place + 3];
                    int opaque = opaque(
                            straight(samples[place], alpha),
                            straight(samples[place + 1], alpha),
                            straight(samples[place + 2], alpha));
                    yield withAlpha(opaque, alpha);
                }
                case YCBCR ->
                    0xFF000000
                            | YCbCr.toRgb(samples[place] & 0xFF, samples[place + 1] & 0xFF, samples[place + 2] & 0xFF);
                case CMYK ->
                    opaque(
                            times(samples[place], samples[place + 3]),
                            times(samples[place + 1], samples[place + 3]),
                            times(samples[place + 2], samples[place + 3]));
            };
        }
        if (profile != null) {
            convert(argb, pixels, profile);
        }
        return argb;
    }

    /** Replaces the colours, not the alpha, by those that the profile says. */
    private static void convert(int[] argb, Pixels pixels, ColourProfile profile) {
        int channels = profile.channels();
        byte[] device = new byte[Math.multiplyExact(argb.length, channels)];
        for (int index = 0, place = 0; index < argb.length; index++) {
            switch (channels) {
                case 1 -> device[place++] = (byte) argb[index];
                case 3 -> {
                    device[place++] = (byte) (argb[index] >> 16);
                    device[place++] = (byte) (argb[index] >> 8);
                    device[place++] = (byte) argb[index];
                }
                default -> {
                    for (int ink = 0; ink < channels; ink++, place++) {
                        device[place] = (byte) ~pixels.samples()[place];
                    }
                }
            }
        }
        byte[] rgb = profile.toRgb(device, pixels.size());
        for (int index = 0; rgb != null && index < argb.length; index++) {
            int opaque = opaque(rgb[3 * index], rgb[3 * index + 1], rgb[3 * index + 2]);
            argb[index] = withAlpha(opaque, (byte) (argb[index] >>> 24));
        }
    }

    private static void putOnWhite(int[] argb) {
        for (int index = 0; index < argb.length; index++) {
            int alpha = argb[index] >>> 24;
            argb[index] =
                    opaque(over(argb[index] >> 16, alpha), over(argb[index] >> 8, alpha), over(argb[index], alpha));
        }
    }

    private static byte over(int colour, int alpha) {
        return (byte) (((colour & 0xFF) * alpha + WHITE * (255 - alpha) + 127) / 255);
    }

    private static int opaque(byte red, byte green, byte blue) {
        return 0xFF000000 | ((red & 0xFF) << 16) | ((green & 0xFF) << 8) | (blue & 0xFF);
    }

    private static int withAlpha(int opaque, byte alpha) {
        return (opaque & 0xFFFFFF) | (alpha << 24);
    }

    private static byte straight(byte colour, byte alpha) {
        int divisor = alpha & 0xFF;
        return divisor == 0 ? 0 : (byte) Math.min(255, ((colour & 0xFF) * 255 + divisor / 2) / divisor);
    }

    private static byte times(byte ink, byte black) {
        return (byte) (((ink & 0xFF) * (black & 0xFF) + 127) / 255);
    }
}
