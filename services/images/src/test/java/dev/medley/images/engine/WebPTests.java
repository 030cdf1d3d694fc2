package dev.medley.images.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WebPTests {

    private static final int PLACE = 12;

    private final JvmImageEngine engine = new JvmImageEngine(Animation.WEBP);
    private final ImageInspector inspector = new ImageInspector(50_000_000, 224_000_000);

    @BeforeAll
    static void needsTheLibrary() {
        assumeTrue(
                new JvmImageEngine().formats().contains(OutputFormat.WEBP),
                "SKIPPED: the encoder's library cannot be loaded on this machine");
    }

    @Test
    void aPhotographIsTheSameAsWebP() throws Exception {
        BufferedImage picture = decode(render(engine, SamplePictures.plain(400, 300, 0x3366CC), ImageFormat.JPEG));

        assertThat(picture.getWidth()).isEqualTo(200);
        assertThat(picture.getHeight()).isEqualTo(150);
        Color colour = new Color(picture.getRGB(100, 75));
        assertThat((double) colour.getRed()).isCloseTo(0x33, within(8.0));
        assertThat((double) colour.getBlue()).isCloseTo(0xCC, within(8.0));
    }

    @Test
    void alphaIsKept() throws Exception {
        BufferedImage picture = decode(render(engine, SamplePictures.halfTransparentPng(400, 300), ImageFormat.PNG));

        assertThat(new Color(picture.getRGB(20, 75), true).getAlpha()).isZero();
        assertThat(new Color(picture.getRGB(150, 75), true).getAlpha()).isEqualTo(255);
        assertThat(new Color(picture.getRGB(150, 75), true).getRed()).isGreaterThan(240);
    }

    @Test
    void anAnimationShowsEveryFrameOverTheOnesBefore() throws Exception {
        byte[] gif = new GifForge(400, 300)
                .looping()
                .frame(0, 0, 400, 300, GifForge.RED, 20, GifForge.KEEP)
                .frame(200, 0, 200, 300, GifForge.BLUE, 30, GifForge.DISPOSE)
                .frame(0, 0, 100, 300, GifForge.GREEN, 40, GifForge.RESTORE)
                .frame(0, 0, 10, 10, GifForge.GREEN, 50, GifForge.KEEP)
                .file();

        List<Frame> frames = frames(render(engine, gif, ImageFormat.GIF));

        assertThat(frames).extracting(Frame::millis).containsExactly(200, 300, 400, 500);
        assertThat(colours(frames.get(0))).containsExactly("red", "red", "red");
        assertThat(colours(frames.get(1))).containsExactly("red", "red", "blue");
        assertThat(colours(frames.get(2))).containsExactly("green", "red", "clear");
        assertThat(colours(frames.get(3))).containsExactly("red", "red", "clear");
    }

    @Test
    void anAnimationStandsStillUnlessItIsAskedToMove() throws Exception {
        byte[] gif = new GifForge(400, 300)
                .frame(0, 0, 400, 300, GifForge.RED, 20, GifForge.KEEP)
                .frame(0, 0, 400, 300, GifForge.BLUE, 30, GifForge.KEEP)
                .file();

        byte[] still = render(new JvmImageEngine(), gif, ImageFormat.GIF);

        assertThat(new String(still, StandardCharsets.ISO_8859_1)).doesNotContain("ANMF");
        assertThat(new Color(decode(still).getRGB(100, 75)).getRed()).isGreaterThan(240);
    }

    @Test
    void anAnimationThatWouldTakeTooLongIsRefused() throws Exception {
        GifForge forge = new GifForge(1000, 1000);
        for (int frame = 0; frame < 100; frame++) {
            forge.frame(0, 0, 1000, 1000, frame % 2 == 0 ? GifForge.RED : GifForge.BLUE, 20, GifForge.KEEP);
        }
        byte[] gif = forge.file();

        assertThat(inspector.inspect(gif, ImageFormat.GIF).frames()).isEqualTo(100);
        assertThatExceptionOfType(RejectedImageException.class)
                .isThrownBy(() -> render(engine, gif, ImageFormat.GIF, new Dimensions(1000, 1000)))
                .satisfies(e -> assertThat(e.rejection()).isEqualTo(Rejection.TOO_MANY_FRAMES));
    }

    private byte[] render(ImageEngine chosen, byte[] file, ImageFormat format) throws Exception {
        return render(chosen, file, format, new Dimensions(200, 200));
    }

    private byte[] render(ImageEngine chosen, byte[] file, ImageFormat format, Dimensions box) throws Exception {
        RenditionSpec spec = new RenditionSpec("a", box, Fit.FIT, Position.CENTER, OutputFormat.WEBP, 90, null);
        return chosen.render(file, inspector.inspect(file, format), List.of(spec))
                .getFirst()
                .content();
    }

    /** A frame of an animation. */
    private record Frame(int millis, BufferedImage picture) {}

    /** Takes the frames out of the container again, each as a still picture of its own. */
    private static List<Frame> frames(byte[] webp) throws Exception {
        ByteBuffer file = ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(file.getInt(4)).isEqualTo(webp.length - 8);
        List<Frame> frames = new ArrayList<>();
        for (int position = PLACE; position < webp.length; ) {
            String name = new String(webp, position, 4, StandardCharsets.US_ASCII);
            int length = file.getInt(position + 4);
            if (name.equals("VP8X")) {
                assertThat(file.getInt(position + 12) & 0xFFFFFF).isEqualTo(199);
                assertThat(file.getInt(position + 14) >>> 8).isEqualTo(149);
            } else if (name.equals("ANMF")) {
                int millis = file.getInt(position + 8 + 12) & 0xFFFFFF;
                byte[] body = Arrays.copyOfRange(webp, position + 8 + 16, position + 8 + length);
                frames.add(new Frame(millis, decode(still(body))));
            }
            position += 8 + length + (length & 1);
        }
        return frames;
    }

    private static byte[] still(byte[] chunks) {
        boolean alpha = new String(chunks, 0, 4, StandardCharsets.US_ASCII).equals("ALPH");
        byte[] features = {'V', 'P', '8', 'X', 10, 0, 0, 0, 0x10, 0, 0, 0, (byte) 199, 0, 0, (byte) 149, 0, 0};
        byte[] body = alpha ? PngForge.concat(features, chunks) : chunks;
        return ByteBuffer.allocate(PLACE + body.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + body.length)
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(body)
                .array();
    }

    private static List<String> colours(Frame frame) {
        return List.of(20, 80, 180).stream()
                .map(x -> colour(new Color(frame.picture().getRGB(x, 75), true)))
                .toList();
    }

    private static String colour(Color colour) {
        if (colour.getAlpha() == 0) {
            return "clear";
        }
        if (colour.getRed() > 200) {
            return "red";
        }
        return colour.getGreen() > 200 ? "green" : "blue";
    }

    private static BufferedImage decode(byte[] webp) throws Exception {
        ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
        try (var in = ImageReaders.stream(webp)) {
            reader.setInput(in);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }
}
