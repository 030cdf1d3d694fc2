package dev.medley.images.engine;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes JPEGs that no ordinary program writes. */
final class JpegForge {

    static final int APP1 = 0xE1;
    static final int APP2 = 0xE2;
    static final int APP13 = 0xED;
    static final int COMMENT = 0xFE;

    private static final int APP14 = 0xEE;
    private static final int START_OF_SCAN = 0xDA;

    private JpegForge() {}

    /** A picture of noise-free shapes in several scans. */
    static byte[] progressive(int width, int height) {
        return write(read(SamplePictures.photo(width, height)), true);
    }

    /**
     * One colour in four inks.
     *
     * @param transform Adobe's: 0 for CMYK, 2 for YCCK; -1 for no Adobe marker
     * @param samples as they are stored
     */
    static byte[] inks(int width, int height, int transform, int... samples) {
        WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, samples);
            }
        }
        byte[] plain = write(raster);
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform};
        return transform < 0 ? plain : withSegment(plain, APP14, adobe);
    }

    /** A picture in four inks. */
    static byte[] inks(BufferedImage picture) {
        WritableRaster raster = Raster.createInterleavedRaster(0, picture.getWidth(), picture.getHeight(), 4, null);
        int[] pixel = new int[4];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                raster.setPixel(x, y, picture.getRaster().getPixel(x, y, pixel));
            }
        }
        return write(raster);
    }

    /** With a segment right behind the start. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] body) {
        return ByteBuffer.allocate(jpeg.length + 4 + body.length)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (body.length + 2))
                .put(body)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** With an ICC profile in as many segments as it needs. */
    static byte[] withProfile(byte[] jpeg, byte[] profile) {
        int part = 60_000;
        int parts = (profile.length + part - 1) / part;
        byte[] result = jpeg;
        for (int index = parts; index >= 1; index--) {
            byte[] data = Arrays.copyOfRange(profile, (index - 1) * part, Math.min(profile.length, index * part));
            byte[] body = ByteBuffer.allocate(14 + data.length)
                    .put("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII))
                    .put((byte) index)
                    .put((byte) parts)
                    .put(data)
                    .array();
            result = withSegment(result, APP2, body);
        }
        return result;
    }

    /** Another size in the header than the data has. */
    static byte[] withSize(byte[] jpeg, int width, int height) {
        int frame = frame(jpeg);
        byte[] result = jpeg.clone();
        ByteBuffer.wrap(result).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        return result;
    }

    /** One byte of the frame's header replaced: 1 is the process, 4 the bits, 9 the number of components. */
    static byte[] withFrameByte(byte[] jpeg, int offset, int value) {
        byte[] result = jpeg.clone();
        result[frame(jpeg) + offset] = (byte) value;
        return result;
    }

    /** Its last scan so many times more. */
    static byte[] withRepeatedScan(byte[] jpeg, int times) {
        int last = jpeg.length - 2;
        while ((jpeg[last] & 0xFF) != 0xFF || (jpeg[last + 1] & 0xFF) != START_OF_SCAN) {
            last--;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, jpeg.length - 2);
        for (int time = 0; time < times; time++) {
            out.write(jpeg, last, jpeg.length - 2 - last);
        }
        out.write(jpeg, jpeg.length - 2, 2);
        return out.toByteArray();
    }

    /** Other scans than it has, and each component as fine as the first. */
    static byte[] withScans(byte[] jpeg, List<byte[]> scans) {
        byte[] full = withFrameByte(jpeg, 11, 0x11);
        int start = find(full, START_OF_SCAN);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(full, 0, start);
        scans.forEach(out::writeBytes);
        out.writeBytes(new byte[] {-1, (byte) 0xD9});
        return out.toByteArray();
    }

    /** A gray picture in baseline, with a scan for each component; its sides are multiples of 8. */
    static byte[] gray(int width, int height) {
        int blocks = width * height / 64;
        // Each block is no change and an end: 00 1010 of luma, 00 00 of chroma (ITU-T T.81, K.3).
        byte[] luma = new byte[blocks * 6 / 8];
        byte[] pattern = {0b00101000, (byte) 0b10100010, (byte) 0b10001010};
        for (int index = 0; index < luma.length; index++) {
            luma[index] = pattern[index % pattern.length];
        }
        byte[] chroma = new byte[blocks * 4 / 8];
        return withScans(
                SamplePictures.plain(width, height, 0), List.of(scan(luma, 1), scan(chroma, 2), scan(chroma, 3)));
    }

    /** A scan of some components, counted from 1, in baseline with the tables that JFIF's colours have. */
    static byte[] scan(byte[] data, int... components) {
        ByteBuffer scan = ByteBuffer.allocate(8 + 2 * components.length + data.length)
                .put((byte) 0xFF)
                .put((byte) START_OF_SCAN)
                .putShort((short) (6 + 2 * components.length))
                .put((byte) components.length);
        for (int component : components) {
            scan.put((byte) component).put((byte) (component == 1 ? 0 : 0x11));
        }
        return scan.put(new byte[] {0, 63, 0}).put(data).array();
    }

    /** Without the segments of a kind. */
    static byte[] without(byte[] jpeg, int marker) {
        byte[] result = jpeg;
        for (int found = find(result, marker); found >= 0; found = find(result, marker)) {
            int end = found + 2 + ByteBuffer.wrap(result).getShort(found + 2);
            byte[] shorter = new byte[result.length - (end - found)];
            System.arraycopy(result, 0, shorter, 0, found);
            System.arraycopy(result, end, shorter, found, result.length - end);
            result = shorter;
        }
        return result;
    }

    /** The first segment of a kind filled with one byte from an offset in its body on. */
    static byte[] withSpoiled(byte[] jpeg, int marker, int offset, int length, int value) {
        byte[] result = jpeg.clone();
        int start = find(jpeg, marker) + 4 + offset;
        Arrays.fill(result, start, start + length, (byte) value);
        return result;
    }

    /** Coded data replaced by noise from the middle on. */
    static byte[] withNoise(byte[] jpeg) {
        byte[] noise = new byte[jpeg.length / 4];
        new Random(5).nextBytes(noise);
        byte[] result = jpeg.clone();
        for (int index = 0; index < noise.length; index++) {
            // No markers.
            result[jpeg.length / 2 + index] = noise[index] == -1 ? 0 : noise[index];
        }
        return result;
    }

    private static int frame(byte[] jpeg) {
        return Math.max(find(jpeg, 0xC0), find(jpeg, 0xC2));
    }

    private static int find(byte[] jpeg, int marker) {
        int position = 2;
        while (position + 4 < jpeg.length) {
            int found = jpeg[position + 1] & 0xFF;
            if (found == marker) {
                return position;
            }
            if (found == START_OF_SCAN) {
                break;
            }
            position += 2 + (ByteBuffer.wrap(jpeg).getShort(position + 2) & 0xFFFF);
        }
        return -1;
    }

    private static BufferedImage read(byte[] jpeg) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] write(RenderedImage picture, boolean progressive) {
        return write(new IIOImage(picture, null, null), progressive);
    }

    private static byte[] write(Raster raster) {
        return write(new IIOImage(raster, null, null), false);
    }

    private static byte[] write(IIOImage image, boolean progressive) {
        ImageWriter writer = ImageReaders.writer(OutputFormat.JPEG);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (progressive) {
                parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(out);
            writer.write(null, image, parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
