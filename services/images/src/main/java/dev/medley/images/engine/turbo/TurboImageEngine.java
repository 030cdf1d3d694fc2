package dev.medley.images.engine.turbo;

import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.ImageEngine;
import dev.medley.images.engine.ImageFormat;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.RejectedImageException;
import dev.medley.images.engine.Rendition;
import dev.medley.images.engine.RenditionSpec;
import dev.medley.images.engine.Watermark;
import dev.medley.images.engine.WatermarkPainter;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders 8-bit JPEGs of one or three components with libjpeg-turbo. What it is not made for, and every picture that the
 * library finds fault with, goes to the other engine, whose verdict counts.
 */
public final class TurboImageEngine implements ImageEngine {

    private static final Logger log = LoggerFactory.getLogger(TurboImageEngine.class);

    private static final int QUALITY = 85;

    /** The decoded picture is at least this much larger than the largest rendition, so that scaling loses nothing. */
    private static final double HEADROOM = 1.4;

    /** The decoder scales by these halvings; finer steps save nothing. */
    private static final int[] DENOMINATORS = {8, 4, 2, 1};

    private final TurboJpeg library;
    private final ImageEngine other;
    private final MaskPress masks = new MaskPress(new WatermarkPainter());

    private TurboImageEngine(TurboJpeg library, ImageEngine other) {
        this.library = library;
        this.other = other;
    }

    /**
     * The engine, if this machine has libjpeg-turbo.
     *
     * @param other takes what this engine does not
     */
    public static Optional<ImageEngine> over(ImageEngine other) {
        return TurboJpeg.find().map(library -> new TurboImageEngine(library, other));
    }

    @Override
    public String name() {
        return PlaneResizer.isVectorised() ? "turbo" : "turbo-scalar";
    }

    @Override
    public List<Rendition> render(byte[] file, ImageHeader header, List<RenditionSpec> specs, Watermark watermark)
            throws RejectedImageException {
        if (header.format() == ImageFormat.JPEG) {
            try (TurboSession session = new TurboSession(library)) {
                Optional<Picture> decoded = decode(session, file, header, specs);
                if (decoded.isPresent()) {
                    return new Job(session, decoded.get(), header, watermark, ColourProfile.segmentsOf(file))
                            .make(specs);
                }
            } catch (TurboJpegException e) {
                log.debug("left to the {} engine", other.name(), e);
            }
        }
        return other.render(file, header, specs, watermark);
    }

    private static Optional<Picture> decode(
            TurboSession session, byte[] file, ImageHeader header, List<RenditionSpec> specs)
            throws TurboJpegException {
        MemorySegment jpeg = session.load(file);
        TurboSession.Header found = session.readHeader(jpeg);
        boolean planar = found.colours() == TurboJpeg.COLOURS_YCBCR || found.colours() == TurboJpeg.COLOURS_GRAY;
        Optional<Sampling> sampling = Sampling.of(found.sampling());
        if (!planar || sampling.isEmpty() || !found.size().equals(header.stored())) {
            return Optional.empty();
        }
        return Optional.of(session.decode(jpeg, scaled(header, specs), sampling.get()));
    }

    /** The smallest size that the decoder can make and that leaves headroom over every rendition. */
    private static Dimensions scaled(ImageHeader header, List<RenditionSpec> specs) {
        Dimensions stored = header.stored();
        for (int denominator : DENOMINATORS) {
            Dimensions scaled = new Dimensions(
                    (stored.width() + denominator - 1) / denominator,
                    (stored.height() + denominator - 1) / denominator);
            if (specs.stream().allMatch(spec -> isRoomy(scaled, storedSize(header, spec)))) {
                return scaled;
            }
        }
        return stored;
    }

    private static boolean isRoomy(Dimensions decoded, Dimensions rendition) {
        return decoded.width() >= HEADROOM * rendition.width() && decoded.height() >= HEADROOM * rendition.height();
    }

    /** A rendition's size before it is turned upright. */
    private static Dimensions storedSize(ImageHeader header, RenditionSpec spec) {
        Dimensions upright = header.upright().fitInside(spec.box());
        return header.orientation().swapsAxes() ? upright.transposed() : upright;
    }

    /** The renditions of one decoded picture. */
    private final class Job {

        private final PlaneResizer resizer = PlaneResizer.create();
        private final TurboSession session;
        private final Picture decoded;
        private final ImageHeader header;
        private final Watermark watermark;
        private final byte[] profile;

        Job(TurboSession session, Picture decoded, ImageHeader header, Watermark watermark, byte[] profile) {
            this.session = session;
            this.decoded = decoded;
            this.header = header;
            this.watermark = watermark;
            this.profile = profile;
        }

        List<Rendition> make(List<RenditionSpec> specs) throws TurboJpegException {
            List<Rendition> renditions = new ArrayList<>();
            for (RenditionSpec spec : specs) {
                Picture picture = resize(storedSize(header, spec));
                Picture upright = PlaneTurner.turn(session.arena(), picture, header.orientation());
                if (spec.watermarked()) {
                    masks.maskFor(watermark, upright.size()).blend(upright);
                }
                byte[] content = ColourProfile.insert(session.encode(upright, QUALITY), profile);
                renditions.add(new Rendition(spec, ImageFormat.JPEG, upright.size(), content));
            }
            return renditions;
        }

        private Picture resize(Dimensions size) {
            Sampling sampling = decoded.sampling() == Sampling.GRAY ? Sampling.GRAY : Sampling.QUARTER;
            Picture target = Picture.allocate(session.arena(), size, sampling);
            resizeLuma(target);
            if (sampling != Sampling.GRAY) {
                resizeChroma(target);
            }
            return target;
        }

        private void resizeLuma(Picture target) {
            Plane from = decoded.planes().getFirst();
            Plane to = target.planes().getFirst();
            resizer.resize(
                    from,
                    to,
                    Lanczos.of(from.width(), to.width(), across(target.size(), 1, 1)),
                    Lanczos.of(from.height(), to.height(), down(target.size(), 1, 1)));
        }

        /** Both chroma planes measure the same, so the weights are the same. */
        private void resizeChroma(Picture target) {
            Sampling from = decoded.sampling();
            Sampling to = target.sampling();
            Plane source = decoded.planes().getLast();
            Plane example = target.planes().getLast();
            Lanczos across = Lanczos.of(
                    source.width(), example.width(), across(target.size(), from.horizontal(), to.horizontal()));
            Lanczos down =
                    Lanczos.of(source.height(), example.height(), down(target.size(), from.vertical(), to.vertical()));
            for (int component = 1; component < to.components(); component++) {
                resizer.resize(decoded.planes().get(component), target.planes().get(component), across, down);
            }
        }

        private double across(Dimensions size, int sourcePixelsPerSample, int targetPixelsPerSample) {
            return step(decoded.size().width(), size.width(), sourcePixelsPerSample, targetPixelsPerSample);
        }

        private double down(Dimensions size, int sourcePixelsPerSample, int targetPixelsPerSample) {
            return step(decoded.size().height(), size.height(), sourcePixelsPerSample, targetPixelsPerSample);
        }

        /** Source samples per target sample along an axis. */
        private static double step(
                int decodedPixels, int pixels, int sourcePixelsPerSample, int targetPixelsPerSample) {
            return (double) decodedPixels / pixels * targetPixelsPerSample / sourcePixelsPerSample;
        }
    }
}
