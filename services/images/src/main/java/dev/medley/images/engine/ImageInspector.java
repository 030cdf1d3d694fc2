package dev.medley.images.engine;

import com.drew.imaging.jpeg.JpegMetadataReader;
import com.drew.imaging.jpeg.JpegProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.jpeg.JpegReader;
import java.awt.image.SampleModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Judges a file by its header, before anything is decoded: the cheap half of validation. */
public final class ImageInspector {

    /** Converting CMYK costs some twenty times what RGB does, so that many fewer pixels of it are accepted. */
    private static final int CMYK_COST = 4;

    /** Cameras write ten or so; each more is another pass over all pixels. */
    private static final int MAX_SCANS = 100;

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
     * @throws RejectedImageException when the file is empty, no picture, of another type, too big or unreadable
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
        ImageHeader header = readHeader(file, format);
        long limit = header.components() == 4 && format == ImageFormat.JPEG ? maxPixels / CMYK_COST : maxPixels;
        if (header.stored().pixels() > limit || header.decodedBytes() > maxDecodedBytes) {
            throw new RejectedImageException(Rejection.TOO_MANY_PIXELS);
        }
        return header;
    }

    private static ImageHeader readHeader(byte[] file, ImageFormat format) throws RejectedImageException {
        if (format != ImageFormat.JPEG) {
            return readHeader(file, format, Orientation.UPRIGHT, 3);
        }
        Metadata metadata = jpegMetadata(file);
        JpegDirectory jpeg = metadata.getFirstDirectoryOfType(JpegDirectory.class);
        ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        Integer components = jpeg == null ? null : jpeg.getInteger(JpegDirectory.TAG_NUMBER_OF_COMPONENTS);
        if (components == null) {
            throw new RejectedImageException(Rejection.CORRUPT);
        }
        if (ScanCounter.scans(file) > MAX_SCANS) {
            throw new RejectedImageException(Rejection.TOO_COMPLEX);
        }
        Orientation orientation =
                Orientation.ofTag(exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION));
        return readHeader(file, format, orientation, components);
    }

    private static ImageHeader readHeader(byte[] file, ImageFormat format, Orientation orientation, int components)
            throws RejectedImageException {
        ImageReader reader = ImageReaders.create(format);
        try (ImageInputStream in = ImageReaders.stream(file)) {
            reader.setInput(in, true, true);
            Dimensions stored = new Dimensions(reader.getWidth(0), reader.getHeight(0));
            return new ImageHeader(format, stored, orientation, components, bytesPerPixel(reader, components));
        } catch (IOException | RuntimeException e) {
            // Decoders answer hostile headers with every kind of runtime exception.
            throw new RejectedImageException(Truncation.verdict(file, format), e);
        } finally {
            reader.dispose();
        }
    }

    /** Of JPEG only: its segments are short, while a PNG's compressed texts inflate to any length. */
    private static Metadata jpegMetadata(byte[] file) throws RejectedImageException {
        try {
            return JpegMetadataReader.readMetadata(
                    new ByteArrayInputStream(file), List.of(new JpegReader(), new ExifReader()));
        } catch (JpegProcessingException | IOException | RuntimeException e) {
            throw new RejectedImageException(Rejection.CORRUPT, e);
        }
    }

    private static int bytesPerPixel(ImageReader reader, int components) throws IOException {
        SampleModel samples = reader.getImageTypes(0).next().getSampleModel();
        int bits = Arrays.stream(samples.getSampleSize()).sum();
        return Math.max(components, (bits + 7) / 8);
    }
}
