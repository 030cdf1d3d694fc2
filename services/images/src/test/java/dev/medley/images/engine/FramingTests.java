package dev.medley.images.engine;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class FramingTests {

    @Property
    void nothingIsEnlargedAndTheRegionLiesInsideThePicture(
            @ForAll("sizes") Dimensions picture, @ForAll("specs") RenditionSpec spec) {
        Framing framing = Framing.of(picture, spec);

        Region region = framing.region();
        assertThat(region.left() + region.width()).isLessThanOrEqualTo(picture.width());
        assertThat(region.top() + region.height()).isLessThanOrEqualTo(picture.height());
        assertThat(framing.size().width())
                .isLessThanOrEqualTo(Math.min(region.width(), spec.box().width()));
        assertThat(framing.size().height())
                .isLessThanOrEqualTo(Math.min(region.height(), spec.box().height()));
    }

    @Property
    void theShapeOfWhatIsShownIsKeptWithinAPixel(
            @ForAll("sizes") Dimensions picture, @ForAll("specs") RenditionSpec spec) {
        Framing framing = Framing.of(picture, spec);

        double across = (double) framing.size().width() / framing.region().width();
        double down = (double) framing.size().height() / framing.region().height();
        assertThat(Math.min(deviation(framing, across), deviation(framing, down)))
                .isLessThanOrEqualTo(1);
    }

    /** By how many pixels the rendition is off its region scaled evenly. */
    private static double deviation(Framing framing, double scale) {
        return Math.max(
                Math.abs(framing.region().width() * scale - framing.size().width()),
                Math.abs(framing.region().height() * scale - framing.size().height()));
    }

    @Property
    void fillGivesTheBoxWhereverThePictureIsLargeEnough(
            @ForAll("sizes") Dimensions box, @ForAll("growth") int wider, @ForAll("growth") int higher) {
        Dimensions picture = new Dimensions(box.width() + wider, box.height() + higher);

        assertThat(Framing.of(picture, spec(box, Fit.FILL, Position.CENTER)).size())
                .isEqualTo(box);
    }

    @Property
    void storedRegionsHoldTheSamePixels(
            @ForAll("sizes") Dimensions upright, @ForAll("specs") RenditionSpec spec, @ForAll Orientation orientation) {
        Dimensions stored = orientation.upright(upright);
        Region region = Framing.of(upright, spec).region();

        Region found = orientation.stored(region, stored);

        assertThat(found.size().pixels()).isEqualTo(region.size().pixels());
        int topLeft = orientation.storedIndex(region.left(), region.top(), stored.width(), stored.height());
        assertThat(topLeft % stored.width()).isBetween(found.left(), found.left() + found.width() - 1);
        assertThat(topLeft / stored.width()).isBetween(found.top(), found.top() + found.height() - 1);
        assertThat(found.left() + found.width()).isLessThanOrEqualTo(stored.width());
        assertThat(found.top() + found.height()).isLessThanOrEqualTo(stored.height());
    }

    @Example
    void gravityDecidesWhatIsKept() {
        Dimensions picture = new Dimensions(1000, 500);
        Dimensions square = new Dimensions(100, 100);

        assertThat(Framing.of(picture, spec(square, Fit.FILL, Position.LEFT)).region())
                .isEqualTo(new Region(0, 0, 500, 500));
        assertThat(Framing.of(picture, spec(square, Fit.FILL, Position.CENTER)).region())
                .isEqualTo(new Region(250, 0, 500, 500));
        assertThat(Framing.of(picture, spec(square, Fit.CROP, Position.BOTTOM_RIGHT))
                        .region())
                .isEqualTo(new Region(900, 400, 100, 100));
        assertThat(Framing.of(picture, spec(square, Fit.CROP, Position.TOP)).region())
                .isEqualTo(new Region(450, 0, 100, 100));
    }

    @Example
    void aPictureSmallerThanTheBoxGivesTheBoxsShape() {
        Framing framing =
                Framing.of(new Dimensions(300, 300), spec(new Dimensions(1600, 900), Fit.FILL, Position.CENTER));

        assertThat(framing.size()).isEqualTo(new Dimensions(300, 169));
        assertThat(framing.region().size()).isEqualTo(framing.size());
    }

    @Provide
    Arbitrary<Dimensions> sizes() {
        Arbitrary<Integer> side = Arbitraries.integers().between(1, 30_000);
        return Combinators.combine(side, side).as(Dimensions::new);
    }

    @Provide
    Arbitrary<Integer> growth() {
        return Arbitraries.integers().between(0, 20_000);
    }

    @Provide
    Arbitrary<RenditionSpec> specs() {
        return Combinators.combine(sizes(), Arbitraries.of(Fit.class), Arbitraries.of(Position.class))
                .as(FramingTests::spec);
    }

    private static RenditionSpec spec(Dimensions box, Fit fit, Position gravity) {
        return new RenditionSpec("any", box, fit, gravity, null, RenditionSpec.STANDARD_QUALITY, null);
    }
}
