package dev.medley.images.engine;

import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** A picture as a mark: PNG with its alpha, or JPEG. Two of them are equal when their files are. */
public final class PictureMark implements Mark {

    /** More pixels than any rendition shows of it. */
    private static final long MAX_PIXELS = 4_000_000;

    private static final int BYTES_PER_PIXEL = 8;

    /** Heap that decoding one takes at most. */
    public static final long MAX_DECODED_BYTES = MAX_PIXELS * BYTES_PER_PIXEL;

    private final String sha256;
    private final ImageHeader header;
    private final PixelScaler scaler;
    private final @Nullable ColourProfile profile;

    /**
     * Decodes the file.
     *
     * @param file PNG or JPEG of up to 4 megapixels
     * @throws RejectedImageException when it is neither, larger or damaged
     */
    public PictureMark(byte[] file) throws RejectedImageException {
        ImageFormat format = ImageFormat.of(file);
        if (format == ImageFormat.GIF) {
            throw new RejectedImageException(Rejection.TYPE_MISMATCH);
        }
        ImageHeader header = new ImageInspector(MAX_PIXELS, MAX_DECODED_BYTES)
                .inspect(file, format == null ? ImageFormat.PNG : format);
        Decoded decoded = PictureDecoder.decode(file, header);
        this.header = header;
        this.scaler = new PixelScaler(decoded.pixels());
        this.profile = decoded.profile();
        this.sha256 = Sha256.hexadecimal(file);
    }

    /** Its size when upright. */
    Dimensions size() {
        return header.upright();
    }

    /** The picture at a size, upright. */
    synchronized BufferedImage scaled(Dimensions size) {
        Dimensions stored = header.orientation().swapsAxes() ? size.transposed() : size;
        Pixels pixels = scaler.scale(Region.all(header.stored()), stored);
        return Finisher.finish(pixels, profile, header.orientation(), true);
    }

    /** The file's hash. */
    @Override
    public Object identity() {
        return sha256;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PictureMark mark && mark.sha256.equals(sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return "picture " + sha256;
    }
}
