package dev.medley.images.engine;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.ImageInputStream;

/** Judges a file by its header, before anything is decoded: the cheap half of validation. */
public final class ImageInspector {

    /** Cameras write ten or so; each more is another pass over all pixels. */
    private static final int MAX_SCANS = 100;

    private static final int MAX_FRAMES = 1_000;

    private final long maxPixels;
    private final long maxDecodedBytes;

    /** Accepts up to {@code maxPixels} per picture that need up to {@code maxDecodedBytes} of heap. */
    public ImageInspector(long maxPixels, long maxDecodedBytes) {
        this.maxPixels = maxPixels;
        this.maxDecodedBytes = maxDecodedBytes;
    }

    /**
     * Reads the header.
     *
     * @param file the whole file
     * @param announced the type that the user announced
     * @throws RejectedImageException when the file is empty, no picture, of another type, too big, too dear or unreadable
     */
    public ImageHeader inspect(byte[] file, ImageFormat announced) throws RejectedImageException {
        if (file.length == 0) {
            throw new RejectedImageException(Rejection.EMPTY_FILE);
        }
        ImageFormat format = ImageFormat.of(file);
        if (format == null) {
            throw new RejectedImageException(Rejection.NOT_AN_IMAGE);
        }
        if (format != announced) {
            throw new RejectedImageException(Rejection.TYPE_MISMATCH);
        }
        ImageHeader header =
                switch (format) {
                    case JPEG -> jpegHeader(file);
                    case PNG -> pngHeader(file);
                    case GIF -> gifHeader(file);
                };
        if (isTooLarge(header.stored().pixels(), header.memory().decoding())) {
            throw new RejectedImageException(Rejection.TOO_MANY_PIXELS);
        }
        if (header.frames() > MAX_FRAMES) {
            throw new RejectedImageException(Rejection.TOO_MANY_FRAMES);
        }
        if (header.cost() > DecodeCost.MAX) {
            throw new RejectedImageException(header.frames() > 1 ? Rejection.TOO_MANY_FRAMES : Rejection.TOO_COMPLEX);
        }
        return header;
    }

    private static ImageHeader jpegHeader(byte[] file) throws RejectedImageException {
        JpegSegments.Frame frame = JpegSegments.of(file).frame();
        if (frame == null) {
            throw new RejectedImageException(Rejection.CORRUPT);
        }
        if (!frame.isSupported()) {
            throw new RejectedImageException(Rejection.UNSUPPORTED);
        }
        int scans = JpegScans.of(file).number();
        if (scans > MAX_SCANS) {
            throw new RejectedImageException(Rejection.TOO_COMPLEX);
        }
        int components = frame.ids().size();
        Dimensions size = readSize(file, ImageFormat.JPEG);
        return new ImageHeader(
                ImageFormat.JPEG,
                size,
                orientation(file),
                components,
                DecodeMemory.ofJpeg(size, frame, scans),
                1,
                DecodeCost.ofJpeg(size, components, scans));
    }

    private static ImageHeader pngHeader(byte[] file) throws RejectedImageException {
        PngChunks.check(file);
        Dimensions size = readSize(file, ImageFormat.PNG);
        ImageTypeSpecifier type = readType(file, ImageFormat.PNG);
        double cost = DecodeCost.ofPng(
                size, PngChunks.bitsPerPixel(file), PngChunks.isDeep(file), PngChunks.isInterlaced(file));
        return new ImageHeader(ImageFormat.PNG, size, Orientation.UPRIGHT, 3, DecodeMemory.of(size, type), 1, cost);
    }

    private ImageHeader gifHeader(byte[] file) throws RejectedImageException {
        Dimensions size = readSize(file, ImageFormat.GIF);
        ImageTypeSpecifier type = readType(file, ImageFormat.GIF);
        List<GifFrames.Frame> frames = GifFrames.of(file).frames();
        // The first frame is the picture, which is measured as every format's is.
        if (frames.stream().skip(1).anyMatch(frame -> isTooLarge(frame.pixels(), frame.pixels()))) {
            throw new RejectedImageException(Rejection.TOO_MANY_FRAMES);
        }
        return new ImageHeader(
                ImageFormat.GIF,
                size,
                Orientation.UPRIGHT,
                3,
                DecodeMemory.of(size, type).moving(size, frames),
                Math.max(1, frames.size()),
                DecodeCost.ofGif(size, frames));
    }

    private boolean isTooLarge(long pixels, long bytes) {
        return pixels > maxPixels || bytes > maxDecodedBytes;
    }

    private static Dimensions readSize(byte[] file, ImageFormat format) throws RejectedImageException {
        return read(file, format, reader -> new Dimensions(reader.getWidth(0), reader.getHeight(0)));
    }

    private static ImageTypeSpecifier readType(byte[] file, ImageFormat format) throws RejectedImageException {
        return read(file, format, ImageReaders::type);
    }

    private static <T> T read(byte[] file, ImageFormat format, Reading<T> reading) throws RejectedImageException {
        ImageReader reader = ImageReaders.create(format);
        try (ImageInputStream in = ImageReaders.stream(file)) {
            reader.setInput(in, true, true);
            return reading.from(reader);
        } catch (IOException | RuntimeException e) {
            // Decoders answer hostile headers with every kind of runtime exception.
            throw new RejectedImageException(Truncation.verdict(file, format), e);
        } finally {
            reader.dispose();
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(ImageReader reader) throws IOException;
    }

    /** Of JPEG only: its segments are short, while a PNG's compressed texts inflate to any length. */
    private static Orientation orientation(byte[] file) throws RejectedImageException {
        try {
            ExifIFD0Directory exif = JpegMetadataReader.readMetadata(
                            new ByteArrayInputStream(file), List.of(new ExifReader()))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            return Orientation.ofTag(exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION));
        } catch (JpegProcessingException | IOException | RuntimeException e) {
            throw new RejectedImageException(Rejection.CORRUPT, e);
        }
    }
}
