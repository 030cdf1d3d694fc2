package dev.medley.images.engine;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The factors of {@link DecodeCost}: processor time of decoding a megapixel of each kind, beside an ordinary JPEG's. */
class DecodeCostBench {

    private static final int WIDTH = 2000;
    private static final int HEIGHT = 1500;
    private static final Dimensions SIZE = new Dimensions(WIDTH, HEIGHT);
    private static final int ROUNDS = 8;

    private final ImageInspector inspector = new ImageInspector(50_000_000, 512_000_000);

    @Test
    void everyKind() throws Exception {
        byte[] photo = SamplePictures.photo(WIDTH, HEIGHT);
        Map<String, byte[]> files = files(photo);
        millis(photo);
        double ordinary = millis(photo);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            byte[] content = file.getValue();
            double estimate = header(content).cost() * 1e6 / SIZE.pixels();
            System.out.printf(
                    Locale.ROOT,
                    "%-28s measured %5.2f  estimated %5.2f%n",
                    file.getKey(),
                    millis(content) / ordinary,
                    estimate);
        }
        System.out.printf(
                Locale.ROOT,
                "%-28s measured %5.2f  estimated %5.2f%n",
                "a frame made webp",
                millisOfFrame(photo) / ordinary,
                DecodeCost.ofWebP(SIZE, 1) * 1e6 / SIZE.pixels());
    }

    private double millisOfFrame(byte[] photo) throws Exception {
        Pixels frame = PictureDecoder.decode(photo, header(photo)).pixels();
        ImageEncoder encoder = new ImageEncoder();
        return best(() -> {
            Pixels scaled = new PixelScaler(frame).scale(Region.all(SIZE), SIZE);
            encoder.encode(
                    Finisher.finish(scaled, null, Orientation.UPRIGHT, true),
                    OutputFormat.WEBP,
                    RenditionSpec.STANDARD_QUALITY);
        });
    }

    private static Map<String, byte[]> files(byte[] photo) throws Exception {
        byte[] progressive = JpegForge.progressive(WIDTH, HEIGHT);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(photo));
        byte[] png = png(picture, BufferedImage.TYPE_3BYTE_BGR);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("jpeg", photo);
        files.put("jpeg, progressive", progressive);
        files.put("jpeg, progressive, 40 scans", JpegForge.withRepeatedScan(progressive, 30));
        files.put("jpeg, inks", JpegForge.inks(picture));
        files.put("png", png);
        files.put("png, alpha", png(picture, BufferedImage.TYPE_4BYTE_ABGR));
        files.put("png, interlaced", PngForge.interlaced(png));
        files.put("png, 16 bits", SamplePictures.blankPng(WIDTH, HEIGHT, 16));
        files.put("gif", SamplePictures.gif(WIDTH, HEIGHT));
        return files;
    }

    private double millis(byte[] file) throws Exception {
        ImageHeader header = header(file);
        return best(() -> new PixelScaler(PictureDecoder.decode(file, header).pixels())
                .scale(Region.all(header.stored()), new Dimensions(400, 300)));
    }

    /** Something whose processor time is of interest. */
    @FunctionalInterface
    private interface Work {
        void run() throws Exception;
    }

    private static double best(Work work) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = threads.getCurrentThreadCpuTime();
            work.run();
            best = Math.min(best, (threads.getCurrentThreadCpuTime() - start) / 1e6);
        }
        return best;
    }

    private ImageHeader header(byte[] file) throws RejectedImageException {
        ImageFormat format = ImageFormat.of(file);
        return inspector.inspect(file, format == null ? ImageFormat.JPEG : format);
    }

    private static byte[] png(BufferedImage picture, int type) throws Exception {
        BufferedImage converted = new BufferedImage(picture.getWidth(), picture.getHeight(), type);
        Graphics2D graphics = converted.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(converted, "png", out);
        return out.toByteArray();
    }
}
