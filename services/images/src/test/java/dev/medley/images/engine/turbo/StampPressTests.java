package dev.medley.images.engine.turbo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.PictureMark;
import dev.medley.images.engine.Position;
import dev.medley.images.engine.RejectedImageException;
import dev.medley.images.engine.SamplePictures;
import dev.medley.images.engine.Watermark;
import java.lang.ref.WeakReference;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class StampPressTests {

    private static final Dimensions SIZE = new Dimensions(400, 300);

    private final StampPress press = new StampPress();

    @Test
    void aStampIsDrawnOnceForEqualPictures() throws Exception {
        PlanarStamp first = press.stampFor(watermark(mark()), SIZE, Sampling.QUARTER);

        assertThat(press.stampFor(watermark(mark()), SIZE, Sampling.QUARTER)).isSameAs(first);
        assertThat(press.stampFor(watermark(mark()), SIZE, Sampling.FULL)).isNotSameAs(first);
        assertThat(press.stampFor(watermark(mark()), new Dimensions(300, 400), Sampling.QUARTER))
                .isNotSameAs(first);
        assertThat(press.stampFor(Watermark.line("Medley", 0.5f), SIZE, Sampling.QUARTER))
                .isNotSameAs(first);
    }

    @Test
    void aKeptStampDoesNotKeepItsPicture() throws Exception {
        WeakReference<PictureMark> mark = stamped();

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> {
            System.gc();
            return mark.refersTo(null);
        });
    }

    private WeakReference<PictureMark> stamped() throws RejectedImageException {
        PictureMark mark = mark();
        press.stampFor(watermark(mark), SIZE, Sampling.QUARTER);
        return new WeakReference<>(mark);
    }

    private static PictureMark mark() throws RejectedImageException {
        return new PictureMark(SamplePictures.halfTransparentPng(40, 30));
    }

    private static Watermark watermark(PictureMark mark) {
        return new Watermark(mark, Position.CENTER, 0, 1, 0.5f);
    }
}
