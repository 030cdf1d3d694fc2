package dev.medley.images.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.jpeg.JpegDirectory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine does, whatever it is made of. */
abstract class ImageEngineContract {

    private static final Watermark WATERMARK = Watermark.line("Medley", 0.5f);
    private static final List<RenditionSpec> LADDER = List.of(
            RenditionSpec.inside("thumbnail", new Dimensions(400, 300), null),
            RenditionSpec.inside("800x600", new Dimensions(800, 600), WATERMARK),
            RenditionSpec.inside("1920x1080", new Dimensions(1920, 1080), WATERMARK));
    private static final long MAX_PIXELS = 50_000_000;
    private static final long MAX_DECODED_BYTES = 224_000_000;

    private final ImageInspector inspector = new ImageInspector(MAX_PIXELS, MAX_DECODED_BYTES);
    private final ImageEngine engine;

    ImageEngineContract(ImageEngine engine) {
        this.engine = engine;
    }

    @Test
    void jpegBecomesProgressiveJpegThatFitsEachBox() throws Exception {
        List<Rendition> renditions = render(SamplePictures.photo(2400, 1800), ImageFormat.JPEG, LADDER);

        assertThat(renditions)
                .extracting(Rendition::size)
                .containsExactly(new Dimensions(400, 300), new Dimensions(800, 600), new Dimensions(1440, 1080));
        for (Rendition rendition : renditions) {
            JpegDirectory jpeg = ImageMetadataReader.readMetadata(new ByteArrayInputStream(rendition.content()))
                    .getFirstDirectoryOfType(JpegDirectory.class);
            assertThat(jpeg.getDescription(JpegDirectory.TAG_COMPRESSION_TYPE)).contains("Progressive");
            BufferedImage decoded = decode(rendition);
            assertThat(new Dimensions(decoded.getWidth(), decoded.getHeight())).isEqualTo(rendition.size());
        }
    }

    @Test
    void smallPicturesAreNotEnlarged() throws Exception {
        assertThat(render(SamplePictures.photo(300, 200), ImageFormat.JPEG, LADDER))
                .extracting(Rendition::size)
                .containsOnly(new Dimensions(300, 200));
        assertThat(render(SamplePictures.photo(1, 1), ImageFormat.JPEG, LADDER))
                .extracting(Rendition::size)
                .containsOnly(new Dimensions(1, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyOrientationStandsUpright(int orientation) throws Exception {
        Rendition rendition = render(
                        SamplePictures.turnedJpeg(orientation, 640, 400),
                        ImageFormat.JPEG,
                        List.of(RenditionSpec.inside("small", new Dimensions(320, 320), null)))
                .getFirst();

        assertThat(rendition.size()).isEqualTo(new Dimensions(320, 200));
        BufferedImage picture = decode(rendition);
        assertThat(isRed(picture, 20, 20)).isTrue();
        assertThat(isRed(picture, 300, 20)).isFalse();
        assertThat(isRed(picture, 20, 180)).isFalse();
        assertThat(isRed(picture, 300, 180)).isFalse();
    }

    @Test
    void noMetadataOfTheOriginalIsLeft() throws Exception {
        Rendition rendition = render(SamplePictures.turnedJpeg(6, 640, 400), ImageFormat.JPEG, LADDER)
                .getFirst();

        assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(rendition.content()))
                        .getDirectories())
                .extracting(Directory::getClass)
                .doesNotContain(ExifIFD0Directory.class);
    }

    @Test
    void pngKeepsItsAlphaChannel() throws Exception {
        Rendition rendition = render(SamplePictures.halfTransparentPng(1000, 800), ImageFormat.PNG, LADDER)
                .getFirst();

        assertThat(rendition.format()).isEqualTo(OutputFormat.PNG);
        BufferedImage picture = decode(rendition);
        assertThat(new Color(picture.getRGB(10, 150), true).getAlpha()).isZero();
        assertThat(new Color(picture.getRGB(360, 150), true)).isEqualTo(Color.RED);
    }

    @Test
    void gifBecomesJpeg() throws Exception {
        assertThat(render(SamplePictures.gif(500, 400), ImageFormat.GIF, LADDER))
                .allSatisfy(rendition ->
                        assertThat(ImageFormat.of(rendition.content())).isEqualTo(ImageFormat.JPEG));
    }

    @Test
    void theWatermarkIsInTheLowerRightCornerAndNowhereElse() throws Exception {
        byte[] photo = SamplePictures.photo(1600, 1200);
        Dimensions box = new Dimensions(800, 600);
        BufferedImage plain = decode(render(photo, ImageFormat.JPEG, List.of(RenditionSpec.inside("a", box, null)))
                .getFirst());
        BufferedImage marked =
                decode(render(photo, ImageFormat.JPEG, List.of(RenditionSpec.inside("b", box, WATERMARK)))
                        .getFirst());

        assertThat(brightening(plain, marked, 690, 560, 100, 35)).isGreaterThan(8);
        assertThat(brightening(plain, marked, 0, 0, 600, 600)).isBetween(-0.5, 0.5);
        assertThat(brightening(plain, marked, 0, 0, 800, 540)).isBetween(-0.5, 0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "TOP_LEFT, 0, 0", "TOP, 1, 0", "TOP_RIGHT, 2, 0",
        "LEFT, 0, 1", "CENTER, 1, 1", "RIGHT, 2, 1",
        "BOTTOM_LEFT, 0, 2", "BOTTOM, 1, 2", "BOTTOM_RIGHT, 2, 2"
    })
    void aMarkStandsWhereItIsAskedFor(Position position, int across, int down) throws Exception {
        Watermark watermark =
                new Watermark(new TextMark("Medley", 0xFF0000, Typeface.SANS_BOLD), position, 0.02f, 1, 0.1f);

        BufferedImage picture = decode(render(
                        SamplePictures.plain(900, 900, 0x0000FF),
                        ImageFormat.JPEG,
                        List.of(RenditionSpec.inside("a", new Dimensions(450, 450), watermark)))
                .getFirst());

        int[] centre = centreOfRed(picture);
        assertThat(third(centre[0], 450)).isEqualTo(across);
        assertThat(third(centre[1], 450)).isEqualTo(down);
    }

    @Test
    void aPictureMarkKeepsItsColourAndItsAlpha() throws Exception {
        PictureMark mark = new PictureMark(SamplePictures.halfTransparentPng(200, 100));
        Watermark watermark = new Watermark(mark, Position.TOP_LEFT, 0, 1, 0.5f);

        BufferedImage picture = decode(render(
                        SamplePictures.plain(800, 800, 0x0000FF),
                        ImageFormat.JPEG,
                        List.of(RenditionSpec.inside("a", new Dimensions(400, 400), watermark)))
                .getFirst());

        assertThat(isNear(picture, 150, 50, 0xFF0000)).isTrue();
        assertThat(isNear(picture, 50, 50, 0x0000FF)).isTrue();
        assertThat(isNear(picture, 150, 120, 0x0000FF)).isTrue();
    }

    @Test
    void aColouredMarkOnAGrayPictureKeepsItsColour() throws Exception {
        Watermark watermark =
                new Watermark(new TextMark("MMMM", 0xFF0000, Typeface.SANS_BOLD), Position.CENTER, 0, 1, 0.3f);

        BufferedImage picture = decode(render(
                        SamplePictures.grayJpeg(600, 400),
                        ImageFormat.JPEG,
                        List.of(RenditionSpec.inside("a", new Dimensions(300, 200), watermark)))
                .getFirst());

        assertThat(centreOfRed(picture)[0]).isBetween(130, 170);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aCutKeepsWhatIsAtItsGravityInEveryOrientation(int orientation) throws Exception {
        byte[] file = SamplePictures.turnedJpeg(orientation, 640, 400);

        BufferedImage corner = decode(cut(file, Fit.CROP, new Dimensions(100, 50), Position.TOP_LEFT));
        BufferedImage filled = decode(cut(file, Fit.FILL, new Dimensions(50, 200), Position.LEFT));

        assertThat(isRed(corner, 50, 25)).isTrue();
        assertThat(new Dimensions(corner.getWidth(), corner.getHeight())).isEqualTo(new Dimensions(100, 50));
        assertThat(new Dimensions(filled.getWidth(), filled.getHeight())).isEqualTo(new Dimensions(50, 200));
        assertThat(isRed(filled, 25, 50)).isTrue();
        assertThat(isRed(filled, 25, 150)).isFalse();
        assertThat(isRed(decode(cut(file, Fit.CROP, new Dimensions(100, 50), Position.RIGHT)), 50, 25))
                .isFalse();
    }

    @Test
    void qualityDecidesTheLength() throws Exception {
        byte[] photo = SamplePictures.photo(800, 600);
        Dimensions box = new Dimensions(400, 300);

        List<Rendition> renditions = render(
                photo,
                ImageFormat.JPEG,
                List.of(
                        new RenditionSpec("low", box, Fit.FIT, Position.CENTER, null, 40, null),
                        new RenditionSpec("high", box, Fit.FIT, Position.CENTER, null, 95, null)));

        assertThat(renditions.getFirst().content().length)
                .isLessThan(renditions.getLast().content().length / 2);
    }

    @Test
    void aJpegBecomesPngWhereThatIsAskedFor() throws Exception {
        RenditionSpec spec =
                new RenditionSpec("a", new Dimensions(200, 200), Fit.FIT, Position.CENTER, OutputFormat.PNG, 85, null);

        Rendition rendition = render(SamplePictures.plain(400, 300, 0x3366CC), ImageFormat.JPEG, List.of(spec))
                .getFirst();

        assertThat(rendition.format()).isEqualTo(OutputFormat.PNG);
        assertThat(ImageFormat.of(rendition.content())).isEqualTo(ImageFormat.PNG);
        assertThat(isNear(decode(rendition), 100, 75, 0x3366CC)).isTrue();
    }

    @Test
    void truncatedFilesAreRejected() {
        byte[] photo = SamplePictures.photo(1600, 1200);
        byte[] png = SamplePictures.halfTransparentPng(1000, 800);
        byte[] gif = SamplePictures.gif(500, 400);

        assertRejected(Rejection.TRUNCATED, Arrays.copyOf(photo, photo.length / 2), ImageFormat.JPEG);
        assertRejected(Rejection.TRUNCATED, Arrays.copyOf(photo, photo.length - 2), ImageFormat.JPEG);
        assertRejected(Rejection.TRUNCATED, Arrays.copyOf(png, png.length / 2), ImageFormat.PNG);
        assertRejected(Rejection.TRUNCATED, Arrays.copyOf(gif, gif.length / 2), ImageFormat.GIF);
    }

    @Test
    void filesThatAreNoPicturesAreRejected() {
        assertRejected(Rejection.EMPTY_FILE, new byte[0], ImageFormat.JPEG);
        assertRejected(Rejection.NOT_AN_IMAGE, "hello".getBytes(StandardCharsets.UTF_8), ImageFormat.JPEG);
        assertRejected(Rejection.TYPE_MISMATCH, SamplePictures.photo(10, 10), ImageFormat.PNG);
        assertRejected(Rejection.CORRUPT, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}, ImageFormat.JPEG);
    }

    @Test
    void bombsAreRejectedBeforeTheyAreDecoded() {
        assertRejected(Rejection.TOO_MANY_PIXELS, SamplePictures.blankPng(20_000, 20_000), ImageFormat.PNG);
    }

    @Test
    void fewPixelsOfManyBytesAreRejectedToo() throws Exception {
        byte[] deep = SamplePictures.blankPng(6_000, 6_000, 16);

        assertThat(inspector
                        .inspect(SamplePictures.blankPng(6_000, 6_000, 8), ImageFormat.PNG)
                        .memory()
                        .decoding())
                .isEqualTo(6_000L * 6_000 * 4);
        assertRejected(Rejection.TOO_MANY_PIXELS, deep, ImageFormat.PNG);
    }

    private Rendition cut(byte[] file, Fit fit, Dimensions box, Position gravity) throws Exception {
        return render(file, ImageFormat.JPEG, List.of(new RenditionSpec("cut", box, fit, gravity, null, 85, null)))
                .getFirst();
    }

    private static int third(int place, int length) {
        return place * 3 / length;
    }

    private static int[] centreOfRed(BufferedImage picture) {
        long columns = 0;
        long rows = 0;
        long found = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (isRed(picture, x, y)) {
                    columns += x;
                    rows += y;
                    found++;
                }
            }
        }
        assertThat(found).isGreaterThan(50);
        return new int[] {(int) (columns / found), (int) (rows / found)};
    }

    private static boolean isNear(BufferedImage picture, int x, int y, int expected) {
        Color found = new Color(picture.getRGB(x, y));
        Color colour = new Color(expected);
        return Math.abs(found.getRed() - colour.getRed()) < 12
                && Math.abs(found.getGreen() - colour.getGreen()) < 12
                && Math.abs(found.getBlue() - colour.getBlue()) < 12;
    }

    private List<Rendition> render(byte[] file, ImageFormat format, List<RenditionSpec> specs) throws Exception {
        return engine.render(file, inspector.inspect(file, format), specs);
    }

    private void assertRejected(Rejection expected, byte[] file, ImageFormat format) {
        assertThatThrownBy(() -> render(file, format, LADDER))
                .isInstanceOfSatisfying(
                        RejectedImageException.class,
                        e -> assertThat(e.rejection()).isEqualTo(expected));
    }

    private static BufferedImage decode(Rendition rendition) throws Exception {
        return ImageIO.read(new ByteArrayInputStream(rendition.content()));
    }

    private static boolean isRed(BufferedImage picture, int x, int y) {
        Color color = new Color(picture.getRGB(x, y));
        return color.getRed() > 200 && color.getBlue() < 60;
    }

    /** How much brighter the second picture is on average, in levels of 255. */
    private static double brightening(BufferedImage before, BufferedImage after, int x, int y, int width, int height) {
        double sum = 0;
        for (int row = y; row < y + height; row++) {
            for (int column = x; column < x + width; column++) {
                sum += new Color(after.getRGB(column, row)).getGreen()
                        - new Color(before.getRGB(column, row)).getGreen();
            }
        }
        return sum / (width * height);
    }
}
