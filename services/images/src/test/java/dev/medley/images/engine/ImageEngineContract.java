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
import org.junit.jupiter.params.provider.ValueSource;

/** What every engine does, whatever it is made of. */
abstract class ImageEngineContract {

    private static final List<RenditionSpec> LADDER = List.of(
            new RenditionSpec("thumbnail", new Dimensions(400, 300), false),
            new RenditionSpec("800x600", new Dimensions(800, 600), true),
            new RenditionSpec("1920x1080", new Dimensions(1920, 1080), true));
    private static final Watermark WATERMARK = new Watermark("Medley", 0.5f);
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
                        List.of(new RenditionSpec("small", new Dimensions(320, 320), false)))
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

        assertThat(rendition.format()).isEqualTo(ImageFormat.PNG);
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
        BufferedImage plain = decode(render(photo, ImageFormat.JPEG, List.of(new RenditionSpec("a", box, false)))
                .getFirst());
        BufferedImage marked = decode(render(photo, ImageFormat.JPEG, List.of(new RenditionSpec("b", box, true)))
                .getFirst());

        assertThat(brightening(plain, marked, 690, 560, 100, 35)).isGreaterThan(10);
        assertThat(brightening(plain, marked, 0, 0, 600, 600)).isBetween(-0.5, 0.5);
        assertThat(brightening(plain, marked, 0, 0, 800, 540)).isBetween(-0.5, 0.5);
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
    void compressedTextsOfAPngAreNotInflated() throws Exception {
        byte[] bomb = SamplePictures.withTextBomb(SamplePictures.halfTransparentPng(50, 40), 1_500_000_000);

        assertThat(render(bomb, ImageFormat.PNG, LADDER)).hasSize(LADDER.size());
    }

    @Test
    void picturesOfTooManyScansAreRejected() {
        byte[] photo = SamplePictures.photo(64, 64);
        byte[] scans = Arrays.copyOf(photo, photo.length + 400);
        for (int index = photo.length; index < scans.length; index += 2) {
            scans[index] = (byte) 0xFF;
            scans[index + 1] = (byte) 0xDA;
        }

        assertRejected(Rejection.TOO_COMPLEX, scans, ImageFormat.JPEG);
    }

    @Test
    void fewPixelsOfManyBytesAreRejectedToo() throws Exception {
        byte[] deep = SamplePictures.blankPng(6_000, 6_000, 16);

        assertThat(inspector
                        .inspect(SamplePictures.blankPng(6_000, 6_000, 8), ImageFormat.PNG)
                        .decodedBytes())
                .isEqualTo(6_000L * 6_000 * 4);
        assertRejected(Rejection.TOO_MANY_PIXELS, deep, ImageFormat.PNG);
    }

    private List<Rendition> render(byte[] file, ImageFormat format, List<RenditionSpec> specs) throws Exception {
        return engine.render(file, inspector.inspect(file, format), specs, WATERMARK);
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
