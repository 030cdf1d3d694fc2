package dev.medley.images.engine;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Uses writers of the Image I/O API in memory. */
final class ImageWriters {

    private ImageWriters() {}

    /**
     * Writes a picture.
     *
     * @param writer disposed of afterwards
     * @param settings changes the writer's defaults
     * @return the file
     */
    static byte[] write(ImageWriter writer, BufferedImage picture, Consumer<ImageWriteParam> settings) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            settings.accept(parameters);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
