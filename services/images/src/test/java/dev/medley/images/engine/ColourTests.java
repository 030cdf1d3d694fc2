package dev.medley.images.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.images.engine.turbo.TurboImageEngine;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Known colours in, known colours out, whatever they are stored as. */
class ColourTests {

    /** JPEG rounds each colour to what its quality leaves of it. */
    private static final int TOLERANCE = 6;

    private static final JvmImageEngine JVM = new JvmImageEngine();

    private final ImageInspector inspector = new ImageInspector(50_000_000, 224_000_000);

    static Stream<ImageEngine> engines() {
        return Stream.concat(Stream.of(JVM), TurboImageEngine.over(JVM).stream());
    }

    @ParameterizedTest
    @MethodSource("engines")
    void displayP3IsCarriedOrConverted(ImageEngine engine) throws Exception {
        // What P3 calls (234, 51, 35) is what sRGB calls pure red (CSS Color 4, sample code).
        byte[] file = JpegForge.withProfile(SamplePictures.plain(64, 48, 0xEA3323), IccForge.displayP3());

        assertThat(shown(engine, file, ImageFormat.JPEG, OutputFormat.JPEG)).satisfies(near(0xFF0000));
        assertThat(shown(engine, file, ImageFormat.JPEG, OutputFormat.PNG)).satisfies(near(0xFF0000));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void displayP3InAPngIsConverted(ImageEngine engine) throws Exception {
        byte[] file = PngForge.plain(
                64, 48, 8, PngForge.RGB, new byte[] {(byte) 0xEA, 0x33, 0x23}, PngForge.profile(IccForge.displayP3()));

        assertThat(shown(engine, file, ImageFormat.PNG, OutputFormat.PNG)).satisfies(near(0xFF0000));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void inksOfAllWaysOfStoringThemAreTheSame(ImageEngine engine) throws Exception {
        byte[] plain = JpegForge.inks(64, 48, -1, 255, 0, 0, 0);
        byte[] adobe = JpegForge.inks(64, 48, 0, 0, 255, 255, 255);
        // The complement of cyan's stored values is (255, 0, 0), and these are its luma and colour differences.
        byte[] coded = JpegForge.inks(64, 48, 2, 76, 85, 255, 255);

        for (byte[] file : List.of(plain, adobe, coded)) {
            assertThat(shown(engine, file, ImageFormat.JPEG, OutputFormat.JPEG)).satisfies(near(0x00FFFF));
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void inksAreConvertedWithTheirProfile(ImageEngine engine) throws Exception {
        byte[] file = JpegForge.withProfile(JpegForge.inks(64, 48, 0, 0, 255, 255, 255), IccForge.strangeInks());

        assertThat(shown(engine, file, ImageFormat.JPEG, OutputFormat.JPEG)).satisfies(near(0xFF0000));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void grayStaysAsBrightAsItIs(ImageEngine engine) throws Exception {
        byte[] eight = PngForge.plain(64, 48, 8, PngForge.GRAY, new byte[] {(byte) 0x80});
        byte[] sixteen = PngForge.plain(64, 48, 16, PngForge.GRAY, new byte[] {(byte) 0x80, 0});
        byte[] four = PngForge.plain(64, 48, 4, PngForge.GRAY, new byte[] {(byte) 0x88});

        assertThat(shown(engine, eight, ImageFormat.PNG, OutputFormat.PNG)).satisfies(near(0x808080));
        assertThat(shown(engine, sixteen, ImageFormat.PNG, OutputFormat.PNG)).satisfies(near(0x808080));
        assertThat(shown(engine, four, ImageFormat.PNG, OutputFormat.PNG)).satisfies(near(0x888888));
        assertThat(shown(engine, SamplePictures.plain(64, 48, 0x808080), ImageFormat.JPEG, OutputFormat.JPEG))
                .satisfies(near(0x808080));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void deepAndPalettedColoursAreKept(ImageEngine engine) throws Exception {
        byte[] deep =
                PngForge.plain(64, 48, 16, PngForge.RGB, new byte[] {(byte) 0x33, 0, (byte) 0x66, 0, (byte) 0xCC, 0});
        byte[] palette = PngForge.plain(64, 48, 8, PngForge.PALETTE, new byte[] {1}, PngForge.chunk("PLTE", new byte[] {
            0, 0, 0, 0x33, 0x66, (byte) 0xCC
        }));

        for (byte[] file : List.of(deep, palette, PngForge.interlaced(palette))) {
            assertThat(shown(engine, file, ImageFormat.PNG, OutputFormat.PNG)).satisfies(near(0x3366CC));
        }
    }

    @ParameterizedTest
    @MethodSource("engines")
    void whatIsTransparentStaysSoInPngAndBecomesWhiteInJpeg(ImageEngine engine) throws Exception {
        byte[] clearGray =
                PngForge.plain(64, 48, 8, PngForge.GRAY, new byte[] {7}, PngForge.chunk("tRNS", new byte[] {0, 7}));
        byte[] clearRgb = PngForge.plain(
                64, 48, 8, PngForge.RGB, new byte[] {1, 2, 3}, PngForge.chunk("tRNS", new byte[] {0, 1, 0, 2, 0, 3}));
        byte[] clearPalette = PngForge.plain(
                64,
                48,
                8,
                PngForge.PALETTE,
                new byte[] {0},
                PngForge.chunk("PLTE", new byte[] {0, 0, 0}),
                PngForge.chunk("tRNS", new byte[] {0}));
        byte[] grayAlpha = PngForge.plain(64, 48, 8, PngForge.GRAY_ALPHA, new byte[] {9, 0});

        for (byte[] file : List.of(clearGray, clearRgb, clearPalette, grayAlpha)) {
            assertThat(shown(engine, file, ImageFormat.PNG, OutputFormat.PNG).getAlpha())
                    .isZero();
            assertThat(shown(engine, file, ImageFormat.PNG, OutputFormat.JPEG)).satisfies(near(0xFFFFFF));
        }
    }

    private static Consumer<Color> near(int expected) {
        Color colour = new Color(expected);
        return found -> {
            assertThat(found.getRed()).isBetween(colour.getRed() - TOLERANCE, colour.getRed() + TOLERANCE);
            assertThat(found.getGreen()).isBetween(colour.getGreen() - TOLERANCE, colour.getGreen() + TOLERANCE);
            assertThat(found.getBlue()).isBetween(colour.getBlue() - TOLERANCE, colour.getBlue() + TOLERANCE);
        };
    }

    /** The colour in the middle of the rendition as a viewer shows it that minds profiles. */
    private Color shown(ImageEngine engine, byte[] file, ImageFormat source, OutputFormat format) throws Exception {
        RenditionSpec spec = new RenditionSpec("a", new Dimensions(32, 24), Fit.FIT, Position.CENTER, format, 95, null);
        byte[] content = engine.render(file, inspector.inspect(file, source), List.of(spec))
                .getFirst()
                .content();
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(content));
        int[] pixel = picture.getRaster().getPixel(16, 12, (int[]) null);
        boolean gray = pixel.length < 3;
        return gray ? new Color(pixel[0], pixel[0], pixel[0]) : new Color(picture.getRGB(16, 12), true);
    }
}
