package dev.medley.images.engine;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
        Pieces file = new Pieces();
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
        return file.whole();
    }

    /** What is written, piece by piece: one array that grows would hold a large file three times. */
    private static final class Pieces extends OutputStream {

        private final List<byte[]> pieces = new ArrayList<>();
        private int length;

        @Override
        public void write(int next) {
            write(new byte[] {(byte) next}, 0, 1);
        }

        @Override
        public void write(byte[] source, int start, int number) {
            pieces.add(Arrays.copyOfRange(source, start, start + number));
            length += number;
        }

        byte[] whole() {
            ByteBuffer whole = ByteBuffer.allocate(length);
            pieces.forEach(whole::put);
            return whole.array();
        }
    }
}
