package dev.medley.images.engine;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes finished renditions: progressive JPEG, or PNG. */
final class ImageEncoder {

    Set<OutputFormat> formats() {
        return Set.of(OutputFormat.JPEG, OutputFormat.PNG);
    }

    byte[] encode(BufferedImage picture, OutputFormat format, int quality) {
        ImageWriter writer = ImageReaders.writer(format);
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(encoded)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters(writer, format, quality));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return encoded.toByteArray();
    }

    private static ImageWriteParam parameters(ImageWriter writer, OutputFormat format, int quality) {
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        if (format == OutputFormat.JPEG) {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(quality / 100f);
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        return parameters;
    }
}
