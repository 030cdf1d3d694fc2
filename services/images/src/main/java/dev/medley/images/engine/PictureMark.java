package dev.medley.images.engine;

import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** A picture as a mark: PNG with its alpha, or JPEG. Two of them are equal when their files are. */
public final class PictureMark implements Mark {

    /** More pixels than any rendition shows of it. */
    private static final long MAX_PIXELS = 4_000_000;

    /** Heap that decoding one takes at most. */
    private static final long MAX_DECODED_BYTES = 8 * MAX_PIXELS;

    private final byte[] file;
    private final String sha256;
    private final ImageHeader header;

    private @Nullable Decoded decoded;

    /**
     * Judges the file by its header. It is decoded when it is drawn: by then its share of memory is taken, and engines keep
     * what they drew.
     *
     * @param file PNG or JPEG of up to 4 megapixels
     * @throws RejectedImageException when it is neither, or larger
     */
    public PictureMark(byte[] file) throws RejectedImageException {
        ImageFormat format = ImageFormat.of(file);
        if (format == ImageFormat.GIF) {
            throw new RejectedImageException(Rejection.TYPE_MISMATCH);
        }
        this.file = file;
        this.header = new ImageInspector(MAX_PIXELS, MAX_DECODED_BYTES)
                .inspect(file, format == null ? ImageFormat.PNG : format);
        this.sha256 = Sha256.hexadecimal(file);
    }

    /**
     * Decodes the file now.
     *
     * @throws RejectedImageException when it is damaged
     */
    public void decode() throws RejectedImageException {
        decoded();
    }

    /** Heap that it takes when it is drawn: decoding it, or its samples and the copy of them that is scaled. */
    public long heapBytes() {
        return Math.max(header.memory().decoding(), 2 * header.memory().decoded());
    }

    /** Native memory that decoding it takes. */
    public long codecBytes() {
        return header.memory().coefficients();
    }

    /** Its size when upright. */
    Dimensions size() {
        return header.upright();
    }

    /**
     * The picture at a size, upright.
     *
     * @throws IllegalStateException when it is damaged
     */
    BufferedImage scaled(Dimensions size) {
        Dimensions stored = header.orientation().swapsAxes() ? size.transposed() : size;
        try {
            Decoded picture = decoded();
            Pixels copy = new Pixels(
                    picture.pixels().size(),
                    picture.pixels().colours(),
                    picture.pixels().samples().clone());
            Pixels pixels = new PixelScaler(copy).scale(Region.all(header.stored()), stored);
            return Finisher.finish(pixels, picture.profile(), header.orientation(), true);
        } catch (RejectedImageException e) {
            throw new IllegalStateException("the picture of a watermark is damaged", e);
        }
    }

    private synchronized Decoded decoded() throws RejectedImageException {
        Decoded present = decoded;
        if (present == null) {
            present = PictureDecoder.decode(file, header);
            decoded = present;
        }
        return present;
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
