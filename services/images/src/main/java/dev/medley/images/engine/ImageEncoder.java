package dev.medley.images.engine;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Encodes finished renditions: progressive JPEG of quality 85, or PNG. */
final class ImageEncoder {

    private static final float JPEG_QUALITY = 0.85f;

    byte[] encode(BufferedImage picture, ImageFormat format) {
        ImageWriter writer = ImageReaders.writer(format);
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(encoded)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters(writer, format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return encoded.toByteArray();
    }

    private static ImageWriteParam parameters(ImageWriter writer, ImageFormat format) {
        ImageWriteParam parameters = writer.getDefaultWriteParam();
        if (format == ImageFormat.JPEG) {
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(JPEG_QUALITY);
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        return parameters;
    }
}
