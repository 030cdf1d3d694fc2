package dev.medley.images.engine;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;

/** Pictures that tests make by themselves, good and hostile. */
public final class SamplePictures {

    private SamplePictures() {}

    /** A photograph-like JPEG: gradients, shapes and sensor noise, dark in the lower right. */
    public static byte[] photo(int width, int height) {
        return encode(drawn(width, height, BufferedImage.TYPE_INT_RGB), "jpg");
    }

    /** A JPEG of one colour, 0xRRGGBB. */
    public static byte[] plain(int width, int height, int colour) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(colour));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return encode(picture, "jpg");
    }

    /** A JPEG of luma only. */
    public static byte[] grayJpeg(int width, int height) {
        return encode(drawn(width, height, BufferedImage.TYPE_BYTE_GRAY), "jpg");
    }

    /** A PNG whose left half is transparent and whose right half is red. */
    public static byte[] halfTransparentPng(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(width / 2, 0, width - width / 2, height);
        graphics.dispose();
        return encode(picture, "png");
    }

    /** A GIF of a few shapes. */
    public static byte[] gif(int width, int height) {
        return encode(drawn(width, height, BufferedImage.TYPE_BYTE_INDEXED), "gif");
    }

    /** A JPEG stored so that {@code orientation} (EXIF 1 to 8) turns it upright: red, upright, at the top left. */
    public static byte[] turnedJpeg(int orientation, int width, int height) {
        Dimensions upright = new Dimensions(width, height);
        Orientation turn = Orientation.ofTag(orientation);
        Dimensions stored = turn.upright(upright);
        BufferedImage picture = new BufferedImage(stored.width(), stored.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < stored.height(); y++) {
            for (int x = 0; x < stored.width(); x++) {
                int[] shown = shownAt(orientation, x, y, stored);
                boolean topLeft = shown[0] < width / 2 && shown[1] < height / 2;
                picture.setRGB(x, y, topLeft ? 0xFF0000 : 0x0000FF);
            }
        }
        return withOrientation(encode(picture, "jpg"), orientation);
    }

    /** Where EXIF says that a stored pixel is shown, written out apart from the code under test. */
    private static int[] shownAt(int orientation, int x, int y, Dimensions stored) {
        int right = stored.width() - 1 - x;
        int bottom = stored.height() - 1 - y;
        return switch (orientation) {
            case 1 -> new int[] {x, y};
            case 2 -> new int[] {right, y};
            case 3 -> new int[] {right, bottom};
            case 4 -> new int[] {x, bottom};
            case 5 -> new int[] {y, x};
            case 6 -> new int[] {bottom, x};
            case 7 -> new int[] {bottom, right};
            case 8 -> new int[] {y, right};
            default -> throw new IllegalArgumentException("orientation " + orientation);
        };
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xFFE1).putShort((short) 34);
        exif.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        exif.putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0);
        exif.putInt(0);
        ByteBuffer whole = ByteBuffer.allocate(jpeg.length + exif.capacity());
        whole.put(jpeg, 0, 2).put(exif.flip()).put(jpeg, 2, jpeg.length - 2);
        return whole.array();
    }

    /** A well-formed PNG of that many black pixels in a few kilobytes: a decompression bomb where they are many. */
    public static byte[] blankPng(int width, int height) {
        return blankPng(width, height, (width + 7) / 8, new byte[] {1, 0, 0, 0, 0});
    }

    /** The same with an alpha channel and 8 or 16 bits per sample. */
    public static byte[] blankPng(int width, int height, int depth) {
        return blankPng(width, height, width * depth / 2, new byte[] {(byte) depth, 6, 0, 0, 0});
    }

    private static byte[] blankPng(int width, int height, int bytesPerRow, byte[] kind) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put(kind);
        png.writeBytes(PngForge.chunk("IHDR", header.array()));
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        byte[] row = new byte[1 + bytesPerRow];
        byte[] buffer = new byte[8192];
        for (int y = 0; y < height; y++) {
            deflater.setInput(row);
            while (!deflater.needsInput()) {
                data.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            data.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        png.writeBytes(PngForge.chunk("IDAT", data.toByteArray()));
        png.writeBytes(PngForge.chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    /** The PNG with a compressed text (zTXt) that inflates to that many zeros. */
    public static byte[] withTextBomb(byte[] png, long inflated) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes("Comment".getBytes(StandardCharsets.US_ASCII));
        text.writeBytes(new byte[2]);
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        byte[] zeros = new byte[1 << 16];
        byte[] buffer = new byte[8192];
        for (long written = 0; written < inflated; written += zeros.length) {
            deflater.setInput(zeros);
            while (!deflater.needsInput()) {
                text.write(buffer, 0, deflater.deflate(buffer));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            text.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        int afterHeader = 33;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, afterHeader);
        out.writeBytes(PngForge.chunk("zTXt", text.toByteArray()));
        out.write(png, afterHeader, png.length - afterHeader);
        return out.toByteArray();
    }

    private static BufferedImage drawn(int width, int height, int type) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(150, 190, 230), width, height, new Color(30, 40, 30)));
        graphics.fillRect(0, 0, width, height);
        Random random = new Random(7);
        for (int shape = 0; shape < 60; shape++) {
            graphics.setColor(new Color(random.nextInt(200), random.nextInt(200), random.nextInt(200)));
            int extent = 1 + random.nextInt(Math.max(1, width / 8));
            graphics.fillOval(random.nextInt(width), random.nextInt(Math.max(1, height / 2)), extent, extent / 2 + 1);
        }
        graphics.dispose();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int noise = random.nextInt(9) - 4;
                Color color = new Color(picture.getRGB(x, y));
                picture.setRGB(
                        x,
                        y,
                        new Color(
                                        Math.clamp(color.getRed() + noise, 0, 255),
                                        Math.clamp(color.getGreen() + noise, 0, 255),
                                        Math.clamp(color.getBlue() + noise, 0, 255))
                                .getRGB());
            }
        }
        if (type == BufferedImage.TYPE_INT_RGB) {
            return picture;
        }
        BufferedImage converted = new BufferedImage(width, height, type);
        converted.createGraphics().drawImage(picture, 0, 0, null);
        return converted;
    }

    private static byte[] encode(BufferedImage picture, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, out)) {
                throw new IllegalStateException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
