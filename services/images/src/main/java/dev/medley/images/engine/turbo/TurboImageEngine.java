package dev.medley.images.engine.turbo;

import dev.medley.images.engine.ColourProfile;
import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.Framing;
import dev.medley.images.engine.ImageEncoder;
import dev.medley.images.engine.ImageEngine;
import dev.medley.images.engine.ImageFormat;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.OutputFormat;
import dev.medley.images.engine.PictureMark;
import dev.medley.images.engine.Region;
import dev.medley.images.engine.RejectedImageException;
import dev.medley.images.engine.Rendition;
import dev.medley.images.engine.RenditionSpec;
import dev.medley.images.engine.TextMark;
import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renders 8-bit JPEGs of one or three components with libjpeg-turbo. What it is not made for, and every picture that the
 * library finds fault with, goes to the other engine, whose verdict counts.
 */
public final class TurboImageEngine implements ImageEngine {

    private static final Logger log = LoggerFactory.getLogger(TurboImageEngine.class);

    /** The decoded picture is at least this much larger than the largest rendition, so that scaling loses nothing. */
    private static final double HEADROOM = 1.4;

    /** The decoder scales by these halvings; finer steps save nothing. */
    private static final int[] DENOMINATORS = {8, 4, 2, 1};

    private final TurboJpeg library;
    private final ImageEngine other;
    private final StampPress press = new StampPress();
    private final ImageEncoder encoder = new ImageEncoder();

    TurboImageEngine(TurboJpeg library, ImageEngine other) {
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
    public Set<OutputFormat> formats() {
        return other.formats();
    }

    @Override
    public List<Rendition> render(byte[] file, ImageHeader header, List<RenditionSpec> specs)
            throws RejectedImageException {
        ColourProfile profile = header.format() == ImageFormat.JPEG ? ColourProfile.ofJpeg(file) : null;
        boolean portable = profile == null || profile.isPortable();
        if (header.format() == ImageFormat.JPEG && portable) {
            try (TurboSession session = new TurboSession(library)) {
                Optional<Picture> decoded = decode(session, file, header, specs);
                if (decoded.isPresent()) {
                    return new TurboJob(session, decoded.get(), header, profile, press, encoder).make(specs);
                }
            } catch (TurboJpegException e) {
                log.debug("left to the {} engine", other.name(), e);
            }
        }
        return other.render(file, header, specs);
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
        // Colour needs chroma planes, and a profile for gray would not describe it.
        if (sampling.get() == Sampling.GRAY && specs.stream().anyMatch(TurboImageEngine::isColoured)) {
            return Optional.empty();
        }
        return Optional.of(session.decode(jpeg, scaled(header, specs), sampling.get()));
    }

    private static boolean isColoured(RenditionSpec spec) {
        return spec.watermark() != null
                && switch (spec.watermark().mark()) {
                    case TextMark text -> !text.isColourless();
                    case PictureMark _ -> true;
                };
    }

    /** The smallest size that the decoder can make and that leaves headroom over every rendition. */
    private static Dimensions scaled(ImageHeader header, List<RenditionSpec> specs) {
        Dimensions stored = header.stored();
        for (int denominator : DENOMINATORS) {
            Dimensions scaled = new Dimensions(
                    (stored.width() + denominator - 1) / denominator,
                    (stored.height() + denominator - 1) / denominator);
            if (specs.stream().allMatch(spec -> isRoomy(denominator, Framing.of(header.upright(), spec)))) {
                return scaled;
            }
        }
        return stored;
    }

    private static boolean isRoomy(int denominator, Framing framing) {
        Region region = framing.region();
        double room = HEADROOM * denominator;
        return region.width() >= room * framing.size().width()
                && region.height() >= room * framing.size().height();
    }
}
