package dev.medley.images.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** Makes PNGs of every kind, chunk by chunk (PNG, third edition). */
final class PngForge {

    static final int GRAY = 0;
    static final int RGB = 2;
    static final int PALETTE = 3;
    static final int GRAY_ALPHA = 4;
    static final int RGBA = 6;

    /** Signature and IHDR. */
    private static final int AFTER_HEADER = 33;

    private PngForge() {}

    /**
     * A picture of one pixel value.
     *
     * @param pixel the bytes of one pixel; below 8 bits the byte that all pixels of it share
     * @param before chunks that stand before the pixels
     */
    static byte[] plain(int width, int height, int depth, int type, byte[] pixel, byte[]... before) {
        int samples =
                switch (type) {
                    case RGB -> 3;
                    case GRAY_ALPHA -> 2;
                    case RGBA -> 4;
                    default -> 1;
                };
        byte[] row = new byte[1 + (width * depth * samples + 7) / 8];
        for (int index = 1; index < row.length; index++) {
            row[index] = pixel[(index - 1) % pixel.length];
        }
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(rows, new Deflater(Deflater.BEST_COMPRESSION))) {
            for (int y = 0; y < height; y++) {
                out.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(width, height, depth, type, rows.toByteArray(), before);
    }

    /** A picture of any data. */
    static byte[] of(int width, int height, int depth, int type, byte[] data, byte[]... before) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) type)
                .array();
        png.writeBytes(chunk("IHDR", header));
        Arrays.stream(before).forEach(png::writeBytes);
        png.writeBytes(chunk("IDAT", data));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    /** With a chunk right behind the header. */
    static byte[] with(byte[] png, byte[] chunk) {
        return ByteBuffer.allocate(png.length + chunk.length)
                .put(png, 0, AFTER_HEADER)
                .put(chunk)
                .put(png, AFTER_HEADER, png.length - AFTER_HEADER)
                .array();
    }

    /** With one byte of a chunk's data or checksum changed, by which the two no longer agree. */
    static byte[] withDamaged(byte[] png, String chunk) {
        byte[] result = png.clone();
        result[position(png, chunk) + 8] ^= 0x55;
        return result;
    }

    /** Without a chunk. */
    static byte[] without(byte[] png, String chunk) {
        int start = position(png, chunk);
        int end = start + 12 + ByteBuffer.wrap(png).getInt(start);
        return ByteBuffer.allocate(png.length - (end - start))
                .put(png, 0, start)
                .put(png, end, png.length - end)
                .array();
    }

    /** With another length in a chunk's head. */
    static byte[] withLength(byte[] png, String chunk, int length) {
        byte[] result = png.clone();
        ByteBuffer.wrap(result).putInt(position(png, chunk), length);
        return result;
    }

    /** An ICC profile as a chunk. */
    static byte[] profile(byte[] icc) {
        return chunk("iCCP", concat("name\0\0".getBytes(StandardCharsets.US_ASCII), deflated(icc)));
    }

    static byte[] deflated(byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] concat(byte[] first, byte[] second) {
        byte[] result = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, result, first.length, second.length);
        return result;
    }

    /** The same picture interlaced (Adam7). */
    static byte[] interlaced(byte[] png) {
        try {
            return ImageWriters.write(
                    ImageReaders.writer(OutputFormat.PNG),
                    ImageIO.read(new ByteArrayInputStream(png)),
                    parameters -> parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int position(byte[] png, String chunk) {
        int position = 8;
        while (!new String(png, position + 4, 4, StandardCharsets.US_ASCII).equals(chunk)) {
            position += 12 + ByteBuffer.wrap(png).getInt(position);
        }
        return position;
    }
}
