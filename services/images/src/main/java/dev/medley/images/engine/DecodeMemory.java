package dev.medley.images.engine;

import java.awt.image.IndexColorModel;
import java.util.List;
import javax.imageio.ImageTypeSpecifier;

/**
 * What a picture takes, in bytes and by its header alone.
 *
 * @param decoding heap while it is decoded: what the decoder fills, and the samples where they have to be taken out of that
 * @param decoded heap of the samples, which stay as long as renditions are made
 * @param moving heap beside the samples while an animation is played; 0 for a still
 * @param coefficients native memory while it is decoded: of a JPEG in several scans all coefficients are kept
 */
public record DecodeMemory(long decoding, long decoded, long moving, long coefficients) {

    /** The canvas, what it was before a frame that goes again, and the samples of what is shown. */
    private static final int BYTES_PER_MOVING_PIXEL = 4 + 4 + 4;

    /** 64 coefficients of two bytes. */
    private static final int BYTES_PER_BLOCK = 128;

    private static final int SIDE_OF_BLOCK = 8;

    static DecodeMemory ofJpeg(Dimensions size, JpegSegments.Frame frame, int scans) {
        long samples = size.pixels() * frame.ids().size();
        return new DecodeMemory(
                samples, samples, 0, scans > 1 || frame.isProgressive() ? coefficients(size, frame.samplings()) : 0);
    }

    /** Whole units of blocks as the components are sampled, in both directions (ITU-T T.81, A.2). */
    private static long coefficients(Dimensions size, List<JpegSegments.Sampling> samplings) {
        int across = 1;
        int down = 1;
        int blocks = 0;
        for (JpegSegments.Sampling sampling : samplings) {
            across = Math.max(across, sampling.across());
            down = Math.max(down, sampling.down());
            blocks += sampling.across() * sampling.down();
        }
        long units = (long) Math.ceilDiv(size.width(), SIDE_OF_BLOCK * across)
                * Math.ceilDiv(size.height(), SIDE_OF_BLOCK * down);
        return units * blocks * BYTES_PER_BLOCK;
    }

    /** Of a PNG, or of the first frame of a GIF, that is decoded to this type. */
    static DecodeMemory of(Dimensions size, ImageTypeSpecifier type) {
        int filled;
        int taken;
        int samples;
        if (type.getColorModel() instanceof IndexColorModel palette) {
            samples = palette.hasAlpha() ? Colours.RGBA.channels() : Colours.RGB.channels();
            taken = samples;
            filled = 1;
        } else {
            samples = type.getNumBands();
            taken = RasterUnpacker.isPlain(type.getSampleModel()) ? 0 : samples;
            filled = samples * Math.ceilDiv(type.getBitsPerBand(0), 8);
        }
        return new DecodeMemory(size.pixels() * (filled + taken), size.pixels() * samples, 0, 0);
    }

    /** Of a GIF of several frames: the canvas has the size of the first one, and each is decoded in its own. */
    DecodeMemory moving(Dimensions size, List<GifFrames.Frame> frames) {
        long largest = frames.stream().mapToLong(GifFrames.Frame::pixels).max().orElse(0);
        long playing = frames.size() > 1 ? BYTES_PER_MOVING_PIXEL * size.pixels() + largest : 0;
        return new DecodeMemory(decoding, decoded, playing, coefficients);
    }
}
