package dev.medley.platform.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PhotographTests {

    private static final BufferedImage ORIGINAL = Photograph.paint();

    @Test
    void theFileIsAlwaysTheSameAndWithinTheUploadLimit() {
        byte[] file = Photograph.encode(ORIGINAL);

        assertThat(Photograph.encode(Photograph.paint())).isEqualTo(file);
        assertThat(file).hasSizeBetween(2_000_000, 10 * 1024 * 1024);
        assertThat(JpegFrame.of(file)).isEqualTo(new JpegFrame(4032, 3024, false));
    }

    @Test
    void aWatermarkShowsInItsCornerOnly() {
        BufferedImage plain = scaled(ORIGINAL);
        BufferedImage marked = withText(plain, plain.getWidth() - 370, plain.getHeight() - 25);

        assertThat(WatermarkComparison.of(ORIGINAL, plain).brightenedInCorner()).isZero();
        assertThat(WatermarkComparison.of(ORIGINAL, plain).largestElsewhere()).isLessThan(4);
        assertThat(WatermarkComparison.of(ORIGINAL, marked).brightenedInCorner())
                .isGreaterThan(15);
        assertThat(WatermarkComparison.of(ORIGINAL, marked).largestElsewhere()).isLessThan(4);
    }

    @Test
    void textInAnotherPlaceIsADifference() {
        BufferedImage misplaced = withText(scaled(ORIGINAL), 40, 500);

        assertThat(WatermarkComparison.of(ORIGINAL, misplaced).brightenedInCorner())
                .isZero();
        assertThat(WatermarkComparison.of(ORIGINAL, misplaced).largestElsewhere())
                .isGreaterThan(12);
    }

    private static BufferedImage scaled(BufferedImage picture) {
        BufferedImage result = new BufferedImage(1440, 1080, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, 1440, 1080, null);
        graphics.dispose();
        return result;
    }

    private static BufferedImage withText(BufferedImage picture, int left, int baseline) {
        BufferedImage result = new BufferedImage(1440, 1080, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        graphics.drawImage(picture, 0, 0, null);
        graphics.setColor(new Color(255, 255, 255, 128));
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 34));
        graphics.drawString("Processed by Medley", left, baseline);
        graphics.dispose();
        return result;
    }
}
