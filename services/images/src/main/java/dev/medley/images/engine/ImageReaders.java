package dev.medley.images.engine;

import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;

/** The JDK's decoders and encoders; no plug-in gets to see a file. A reader or writer serves one picture. */
final class ImageReaders {

    private ImageReaders() {}

    static ImageReader create(ImageFormat format) {
        return builtIn(ImageIO.getImageReadersByFormatName(format.name().toLowerCase(Locale.ROOT)), format);
    }

    static ImageWriter writer(OutputFormat format) {
        return builtIn(ImageIO.getImageWritersByFormatName(format.name().toLowerCase(Locale.ROOT)), format);
    }

    /** The type to decode to: of those that keep all that is stored the one whose samples can be used where they are. */
    static ImageTypeSpecifier type(ImageReader reader) throws IOException {
        Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0);
        ImageTypeSpecifier usual = types.next();
        while (types.hasNext()) {
            ImageTypeSpecifier type = types.next();
            if (type.getNumBands() == usual.getNumBands() && RasterUnpacker.isPlain(type.getSampleModel())) {
                return type;
            }
        }
        return usual;
    }

    /** Reads from memory; ImageIO's default would copy each picture to a temporary file. */
    static ImageInputStream stream(byte[] file) {
        return new MemoryInput(file);
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
