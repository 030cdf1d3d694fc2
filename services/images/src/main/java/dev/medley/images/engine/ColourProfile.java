package dev.medley.images.engine;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An ICC profile of a picture, carried to a rendition or used to convert it to sRGB. */
public final class ColourProfile {

    /** Those of cameras and phones have some 600 bytes, those of editors up to 10,000; more is for printing. */
    private static final int LONGEST_CARRIED = 16_384;

    private static final byte[] SIGNATURE = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII);
    private static final int APP2 = 0xFFE2;

    private final byte[] file;
    private final ICC_Profile profile;

    /** Its first use is dear. */
    private final ColorConvertOp toSrgb;

    private ColourProfile(byte[] file, ICC_Profile profile) {
        this.file = file;
        this.profile = profile;
        this.toSrgb =
                new ColorConvertOp(new ICC_Profile[] {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)}, null);
    }

    /** The profile of a JPEG; null without one, or when it is damaged or for other colours: viewers ignore it then. */
    public static @Nullable ColourProfile ofJpeg(byte[] jpeg) {
        JpegSegments segments = JpegSegments.of(jpeg);
        return of(segments.profile(), segments.colours());
    }

    static @Nullable ColourProfile of(byte @Nullable [] file, Colours colours) {
        if (file == null) {
            return null;
        }
        try {
            ICC_Profile profile = ICC_Profile.getInstance(file);
            return profile.getColorSpaceType() == typeOf(colours) ? new ColourProfile(file, profile) : null;
        } catch (IllegalArgumentException | CMMException _) {
            return null;
        }
    }

    private static int typeOf(Colours colours) {
        return switch (colours) {
            case GRAY, GRAY_ALPHA -> ColorSpace.TYPE_GRAY;
            case RGB, RGBA, YCBCR -> ColorSpace.TYPE_RGB;
            case CMYK -> ColorSpace.TYPE_CMYK;
        };
    }

    /** Samples per pixel of the colours that it describes. */
    int channels() {
        return profile.getNumComponents();
    }

    /** Whether it may go into a rendition; a long one would cost more than it is worth, and is converted. */
    public boolean isPortable() {
        return file.length <= LONGEST_CARRIED;
    }

    /** A JPEG with this profile behind its JFIF header (ICC.1:2022, B.4). */
    public byte[] insertInto(byte[] jpeg) {
        int position = 2;
        if ((jpeg[3] & 0xFF) == 0xE0) {
            position += 2 + (((jpeg[4] & 0xFF) << 8) | (jpeg[5] & 0xFF));
        }
        byte[] length = ByteBuffer.allocate(4)
                .putShort((short) APP2)
                .putShort((short) (2 + SIGNATURE.length + file.length))
                .array();
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        result.write(jpeg, 0, position);
        result.writeBytes(length);
        result.writeBytes(SIGNATURE);
        result.writeBytes(file);
        result.write(jpeg, position, jpeg.length - position);
        return result.toByteArray();
    }

    /**
     * Converts samples to sRGB. One thread after the other.
     *
     * @param samples as many per pixel as the profile's colours have; inks count up (255 is all of it)
     * @return three per pixel; null when the profile turns out to be damaged
     */
    synchronized byte @Nullable [] toRgb(byte[] samples, Dimensions size) {
        byte[] rgb = new byte[Math.toIntExact(3 * size.pixels())];
        try {
            toSrgb.filter(raster(samples, size, profile.getNumComponents()), raster(rgb, size, 3));
            return rgb;
        } catch (IllegalArgumentException | CMMException _) {
            return null;
        }
    }

    private static WritableRaster raster(byte[] samples, Dimensions size, int channels) {
        int[] offsets = {0, 1, 2, 3};
        return Raster.createInterleavedRaster(
                new DataBufferByte(samples, samples.length),
                size.width(),
                size.height(),
                size.width() * channels,
                channels,
                Arrays.copyOf(offsets, channels),
                null);
    }
}
