package dev.medley.images.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.images.engine.Animation;
import dev.medley.images.engine.DecodeMemory;
import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.Fit;
import dev.medley.images.engine.ImageFormat;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.Orientation;
import dev.medley.images.engine.OutputFormat;
import dev.medley.images.engine.PictureMark;
import dev.medley.images.engine.Position;
import dev.medley.images.engine.RenditionSpec;
import dev.medley.images.engine.SamplePictures;
import dev.medley.images.engine.Watermark;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class RendererTests {

    private static final Dimensions SIZE = new Dimensions(8_000, 6_000);
    private static final long PIXELS = SIZE.pixels();
    private static final long DECODE_MEMORY = DataSize.ofMegabytes(224).toBytes();

    @Test
    void theLargestRenditionInWorkCountsBesideTheSamplesAndTheFilesOfTheOthers() {
        assertThat(heap(jpeg(0), inside(400, 300), inside(4_000, 3_000), inside(800, 600)))
                .isEqualTo(3 * PIXELS + 8L * 4_000 * 3_000 + 2L * 400 * 300 + 2L * 800 * 600);
    }

    @Test
    void aRenditionCountsAsLargeAsItIsAndNotAsItsBox() {
        assertThat(heap(jpeg(0), inside(4_096, 30))).isEqualTo(3 * PIXELS + 8L * 40 * 30);
    }

    @Test
    void anUnpackedPictureCountsOnceItIsUnpackedAsItsSamplesOnly() {
        DecodeMemory deep = new DecodeMemory(9 * PIXELS, 3 * PIXELS, 0, 0);
        ImageHeader header = new ImageHeader(ImageFormat.PNG, SIZE, Orientation.UPRIGHT, 3, deep, 1, 48);

        assertThat(heap(header, inside(400, 300))).isEqualTo(9 * PIXELS);
    }

    @Test
    void anAnimationCountsWhereItMovesOnly() {
        DecodeMemory moving = new DecodeMemory(4 * PIXELS, 3 * PIXELS, 13 * PIXELS, 0);
        ImageHeader header = new ImageHeader(ImageFormat.GIF, SIZE, Orientation.UPRIGHT, 3, moving, 2, 48);
        RenditionSpec webp = new RenditionSpec(
                "any", new Dimensions(400, 300), Fit.FIT, Position.CENTER, OutputFormat.WEBP, 85, null);

        assertThat(Renderer.heapBytes(header, List.of(webp), Animation.WEBP)).isEqualTo(16 * PIXELS + 12L * 400 * 300);
        assertThat(Renderer.heapBytes(header, List.of(webp), Animation.FIRST_FRAME))
                .isEqualTo(4 * PIXELS);
        assertThat(Renderer.heapBytes(header, List.of(inside(400, 300)), Animation.WEBP))
                .isEqualTo(4 * PIXELS);
    }

    @Test
    void thePictureOfAWatermarkCountsAlthoughItIsDecodedLater() throws Exception {
        PictureMark mark = new PictureMark(SamplePictures.halfTransparentPng(1_000, 500));
        Watermark watermark = new Watermark(mark, Position.CENTER, 0, 1, 0.5f);
        RenditionSpec spec = RenditionSpec.inside("any", new Dimensions(800, 600), watermark);

        assertThat(heap(jpeg(0), spec)).isEqualTo(3 * PIXELS + 8L * 1_000 * 500 + 12L * 800 * 600);
    }

    @Test
    void theCoefficientsOfWhatIsDecodedAndEncodedCountApart() {
        assertThat(Renderer.codecBytes(jpeg(6 * PIXELS), List.of(inside(400, 300))))
                .isEqualTo(6 * PIXELS);
        assertThat(Renderer.codecBytes(jpeg(0), List.of(inside(4_000, 3_000)))).isEqualTo(3L * 4_000 * 3_000);
    }

    @Test
    void whatIsPromisedFitsIntoWhatIsSetAside() {
        Dimensions wide = new Dimensions(9_400, 5_300);
        DecodeMemory memory = new DecodeMemory(3 * wide.pixels(), 3 * wide.pixels(), 0, 0);
        ImageHeader header = new ImageHeader(ImageFormat.JPEG, wide, Orientation.UPRIGHT, 3, memory, 1, 50);
        Watermark watermark = Watermark.line("any", 1);
        Dimensions largest = new Dimensions(1_920, 1_080);

        assertThat(heap(header, RenditionSpec.inside("a", largest, watermark), inside(1_920, 1_080)))
                .isLessThan(DECODE_MEMORY);
        assertThat(heap(header, RenditionSpec.inside("large", new Dimensions(4_096, 4_096), null)))
                .isLessThan(DECODE_MEMORY);
    }

    private static ImageHeader jpeg(long coefficients) {
        DecodeMemory memory = new DecodeMemory(3 * PIXELS, 3 * PIXELS, 0, coefficients);
        return new ImageHeader(ImageFormat.JPEG, SIZE, Orientation.UPRIGHT, 3, memory, 1, 48);
    }

    private static long heap(ImageHeader header, RenditionSpec... specs) {
        return Renderer.heapBytes(header, List.of(specs), Animation.FIRST_FRAME);
    }

    private static RenditionSpec inside(int width, int height) {
        return RenditionSpec.inside("any", new Dimensions(width, height), null);
    }
}
