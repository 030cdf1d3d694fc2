package dev.medley.images.engine.turbo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A picture with what makes photographs hard to compress: structure at every scale, edges, and the noise of a sensor. Made
 * of the same seed each time.
 */
public final class BenchPicture {

    private static final float QUALITY = 0.92f;
    private static final int OCTAVES = 8;
    private static final double NOISE = 2.2;

    private BenchPicture() {}

    public static byte[] jpeg(int width, int height) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(2026);
        float[][] light = fractal(width, height, random);
        float[][] warmth = fractal(width, height, random);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                boolean leaf = light[y][x] > 0.52 && Math.floorMod((int) (warmth[y][x] * 60), 2) == 0;
                double base = 255 * light[y][x] * (leaf ? 0.75 : 1) + NOISE * random.nextGaussian();
                double tint = 90 * (warmth[y][x] - 0.5);
                picture.setRGB(x, y, rgb(base + tint, base + (leaf ? 12 : 0), base - tint));
            }
        }
        return encode(picture);
    }

    /** Value noise, each octave half as wide and 0.6 times as strong as the one before. */
    private static float[][] fractal(int width, int height, Random random) {
        float[][] sum = new float[height][width];
        double strength = 0.4;
        for (int octave = 0; octave < OCTAVES; octave++) {
            int cell = Math.max(2, width >> (octave + 2));
            float[][] lattice = new float[height / cell + 2][width / cell + 2];
            for (float[] row : lattice) {
                for (int x = 0; x < row.length; x++) {
                    row[x] = random.nextFloat();
                }
            }
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    sum[y][x] += (float) (strength * between(lattice, (float) x / cell, (float) y / cell));
                }
            }
            strength *= 0.6;
        }
        return sum;
    }

    private static float between(float[][] lattice, float x, float y) {
        int left = (int) x;
        int top = (int) y;
        float right = x - left;
        float down = y - top;
        float upper = lattice[top][left] * (1 - right) + lattice[top][left + 1] * right;
        float lower = lattice[top + 1][left] * (1 - right) + lattice[top + 1][left + 1] * right;
        return upper * (1 - down) + lower * down;
    }

    private static int rgb(double red, double green, double blue) {
        return (channel(red) << 16) | (channel(green) << 8) | channel(blue);
    }

    private static int channel(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }

    private static byte[] encode(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(file)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            parameters.setCompressionQuality(QUALITY);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return file.toByteArray();
    }
}
