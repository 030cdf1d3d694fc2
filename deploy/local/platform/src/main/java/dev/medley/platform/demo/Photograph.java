package dev.medley.platform.demo;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A generated evening over hills with the noise of a camera sensor, the same at every run: 12 megapixels that compress
 * about as badly as a phone's.
 */
final class Photograph {

    static final int WIDTH = 4032;
    static final int HEIGHT = 3024;

    private static final long SEED = 20_260_401;
    private static final float QUALITY = 0.9f;
    private static final double NOISE = 8;
    private static final int RIDGES = 5;

    private Photograph() {}

    static BufferedImage paint() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) picture.getRaster().getDataBuffer()).getData();
        // Noise is seeded by row, so the rows can be painted in any order.
        IntStream.range(0, HEIGHT).parallel().forEach(y -> paintRow(pixels, y));
        return picture;
    }

    private static void paintRow(int[] pixels, int y) {
        SplittableRandom sensor = new SplittableRandom(SEED + y);
        double v = (double) y / HEIGHT;
        for (int x = 0; x < WIDTH; x++) {
            double u = (double) x / WIDTH;
            int ridge = ridgeAt(u, v);
            double glow = Math.exp(-18 * (square(u - 0.32) + square(v - 0.42)));
            double red = ridge == 0 ? 60 + 150 * v + 120 * glow : 96 - 13 * ridge + 20 * glow;
            double green = ridge == 0 ? 90 + 90 * v + 70 * glow : 92 - 9 * ridge + 8 * glow;
            double blue = ridge == 0 ? 170 - 60 * v : 104 - 17 * ridge;
            double grass = ridge == RIDGES ? 14 * Math.sin(900 * u + 40 * Math.sin(70 * v)) * Math.sin(700 * v) : 0;
            double grain = NOISE * sensor.nextGaussian();
            pixels[y * WIDTH + x] = level(red + grass + grain + NOISE / 2 * sensor.nextGaussian()) << 16
                    | level(green + grass + grain) << 8
                    | level(blue + grass + grain + NOISE / 2 * sensor.nextGaussian());
        }
    }

    /** Which ridge covers a point: 0 is the sky, the highest number is nearest. */
    private static int ridgeAt(double u, double v) {
        for (int ridge = RIDGES; ridge > 0; ridge--) {
            double crest = 0.42
                    + 0.09 * ridge
                    + 0.035 * Math.sin(u * (3 + 2 * ridge) + 1.7 * ridge)
                    + 0.012 * Math.sin(u * (17 + 5 * ridge) + ridge)
                    + 0.003 * Math.sin(u * (140 + 31 * ridge));
            if (v > crest) {
                return ridge;
            }
        }
        return 0;
    }

    private static double square(double value) {
        return value * value;
    }

    private static int level(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    /** As a camera would store it: baseline JPEG. */
    static byte[] encode(BufferedImage picture) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream encoded = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(encoded)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return encoded.toByteArray();
    }
}
