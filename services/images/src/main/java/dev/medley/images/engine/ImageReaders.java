package dev.medley.images.engine;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/** The decoders and encoders in use. A reader or writer serves one picture. */
final class ImageReaders {

    private static final ImageReaderSpi CMYK_CAPABLE = new JPEGImageReaderSpi();
    private static final int CMYK = 4;

    private ImageReaders() {}

    /** The JDK's decoder, which is the fastest here; TwelveMonkeys' for what the JDK does not convert: CMYK and YCCK. */
    static ImageReader create(ImageFormat format, int components) {
        try {
            if (format == ImageFormat.JPEG && components == CMYK) {
                return CMYK_CAPABLE.createReaderInstance(null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return builtIn(ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT)), format);
    }

    static ImageWriter writer(OutputFormat format) {
        return builtIn(ImageIO.getImageWritersByFormatName(format.name().toLowerCase(Locale.ROOT)), format);
    }

    /** Reads from memory; ImageIO's default would copy each picture to a temporary file. */
    static ImageInputStream stream(byte[] file) {
        return new ByteArrayImageInputStream(file);
    }

    private static <T> T builtIn(Iterator<T> candidates, Enum<?> format) {
        while (candidates.hasNext()) {
            T candidate = candidates.next();
            if (candidate.getClass().getModule().equals(ImageIO.class.getModule())) {
                return candidate;
            }
        }
        throw new IllegalStateException("this JDK has no codec for " + format);
    }
}
