package dev.medley.images.engine;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes with ImageIO's codecs. A JPEG comes as the components that it stores: resizing those and converting what is left
 * of them is many times cheaper than converting first, above all for CMYK.
 */
final class PictureDecoder {

    private PictureDecoder() {}

    /**
     * The first picture of a file.
     *
     * @throws RejectedImageException when it is truncated or damaged
     */
    static Decoded decode(byte[] file, ImageHeader header) throws RejectedImageException {
        return header.format() == ImageFormat.JPEG
                ? decodeJpeg(file, header)
                : RasterUnpacker.unpack(read(file, header, PictureDecoder::readPicture), file, header.format());
    }

    private static BufferedImage readPicture(ImageReader reader) throws IOException {
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setDestinationType(ImageReaders.type(reader));
        return reader.read(0, parameters);
    }

    private static Decoded decodeJpeg(byte[] file, ImageHeader header) throws RejectedImageException {
        JpegSegments segments = JpegSegments.of(file);
        Raster raster = read(file, header, reader -> reader.readRaster(0, null));
        Dimensions size = new Dimensions(raster.getWidth(), raster.getHeight());
        byte[] samples = ((DataBufferByte) raster.getDataBuffer()).getData();
        if (raster.getNumBands() != segments.colours().channels() || !size.equals(header.stored())) {
            throw new RejectedImageException(Rejection.CORRUPT);
        }
        if (segments.colours() == Colours.CMYK) {
            Inks.normalise(samples, segments);
        }
        return new Decoded(
                new Pixels(size, segments.colours(), samples),
                ColourProfile.of(segments.profile(), segments.colours()));
    }

    private static <T> T read(byte[] file, ImageHeader header, Reading<T> reading) throws RejectedImageException {
        ImageReader reader = ImageReaders.create(header.format());
        WarningWatch watch = new WarningWatch();
        T decoded;
        try (ImageInputStream in = ImageReaders.stream(file)) {
            reader.addIIOReadWarningListener(watch);
            reader.setInput(in, true, true);
            decoded = reading.from(reader);
        } catch (IOException | RuntimeException e) {
            // Decoders answer hostile content with every kind of runtime exception.
            throw new RejectedImageException(Truncation.verdict(file, header.format()), e);
        } finally {
            reader.dispose();
        }
        if (watch.verdict != null || Truncation.isTruncated(file, header.format())) {
            throw new RejectedImageException(watch.verdict == null ? Rejection.TRUNCATED : watch.verdict);
        }
        return decoded;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(ImageReader reader) throws IOException;
    }

    /**
     * ImageIO returns a full-size picture for half a file or a damaged one and tells only its warning listeners. The texts
     * are libjpeg's (jerror.h), which are not translated.
     */
    private static final class WarningWatch implements IIOReadWarningListener {

        private @Nullable Rejection verdict;
        private boolean endOfFile;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            String text = warning.toLowerCase(Locale.ROOT);
            if (text.contains("premature end of jpeg file")) {
                endOfFile = true;
                verdict = Rejection.TRUNCATED;
            } else if (text.contains("bad huffman code") && !endOfFile) {
                verdict = Rejection.CORRUPT;
            } else if (text.contains("premature end") && verdict == null) {
                verdict = Rejection.TRUNCATED;
            }
        }
    }
}
