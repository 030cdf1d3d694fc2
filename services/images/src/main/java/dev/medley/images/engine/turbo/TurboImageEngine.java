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
import java.lang.foreign.Arena;
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
    private final ThreadLocal<PlaneResizer> resizers = ThreadLocal.withInitial(PlaneResizer::create);

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
            Arena arena = session.arena();
            Picture target = Picture.allocate(arena, size, sampling);
            for (int component = 0; component < sampling.components(); component++) {
                Plane from = decoded.planes().get(component);
                Plane to = target.planes().get(component);
                boolean chroma = component > 0;
                resizers.get()
                        .resize(
                                from,
                                to,
                                Lanczos.of(
                                        from.width(),
                                        to.width(),
                                        step(
                                                decoded.size().width(),
                                                size.width(),
                                                chroma ? decoded.sampling().horizontal() : 1,
                                                chroma ? sampling.horizontal() : 1)),
                                Lanczos.of(
                                        from.height(),
                                        to.height(),
                                        step(
                                                decoded.size().height(),
                                                size.height(),
                                                chroma ? decoded.sampling().vertical() : 1,
                                                chroma ? sampling.vertical() : 1)));
            }
            return target;
        }

        /** Source samples per target sample along an axis. */
        private static double step(
                int decodedPixels, int pixels, int sourcePixelsPerSample, int targetPixelsPerSample) {
            return (double) decodedPixels / pixels * targetPixelsPerSample / sourcePixelsPerSample;
        }
    }
}
