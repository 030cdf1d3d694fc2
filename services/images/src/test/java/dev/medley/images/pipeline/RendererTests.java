package dev.medley.images.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.ImageFormat;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.Orientation;
import dev.medley.images.engine.RenditionSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class RendererTests {

    private static final ImageHeader HEADER =
            new ImageHeader(ImageFormat.JPEG, new Dimensions(8_000, 6_000), Orientation.UPRIGHT, 3, 3, 1, 48);

    @Test
    void theLargestRenditionCountsBesideTheDecodedPicture() {
        assertThat(Renderer.bytes(HEADER, List.of(inside(400, 300), inside(4_000, 3_000), inside(800, 600))))
                .isEqualTo(3L * 8_000 * 6_000 + 20L * 4_000 * 3_000);
    }

    @Test
    void aRenditionCountsAsLargeAsItIsAndNotAsItsBox() {
        assertThat(Renderer.bytes(HEADER, List.of(inside(4_096, 30)))).isEqualTo(3L * 8_000 * 6_000 + 20L * 40 * 30);
    }

    private static RenditionSpec inside(int width, int height) {
        return RenditionSpec.inside("any", new Dimensions(width, height), null);
    }
}
