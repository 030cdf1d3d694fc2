package dev.medley.images.engine;

import com.luciad.imageio.webp.WebPImageWriterSpi;
import java.awt.image.BufferedImage;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageWriteParam;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Encodes lossy WebP with libwebp, which comes inside a jar for Linux and macOS on amd64 and arm64. */
final class WebPEncoder {

    private static final Logger log = LoggerFactory.getLogger(WebPEncoder.class);

    private static final String LOSSY = "Lossy";

    private static final Optional<WebPEncoder> OF_THIS_MACHINE = load();

    private final WebPImageWriterSpi writers = new WebPImageWriterSpi();

    private WebPEncoder() {}

    /** The encoder, if its library can be loaded on this machine. */
    static Optional<WebPEncoder> find() {
        return OF_THIS_MACHINE;
    }

    private static Optional<WebPEncoder> load() {
        try {
            WebPEncoder encoder = new WebPEncoder();
            byte[] trial = encoder.encode(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), 50);
            return trial.length == 0 ? Optional.empty() : Optional.of(encoder);
        } catch (UncheckedIOException | IllegalStateException | LinkageError e) {
            log.warn("this machine writes no WebP", e);
            return Optional.empty();
        }
    }

    byte[] encode(BufferedImage picture, int quality) {
        return ImageWriters.write(writers.createWriterInstance(null), picture, parameters -> {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionType(LOSSY);
            parameters.setCompressionQuality(quality / 100f);
        });
    }
}
