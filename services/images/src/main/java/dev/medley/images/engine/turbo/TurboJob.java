package dev.medley.images.engine.turbo;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import dev.medley.images.engine.ColourProfile;
import dev.medley.images.engine.Framing;
import dev.medley.images.engine.ImageEncoder;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.OutputFormat;
import dev.medley.images.engine.Rendition;
import dev.medley.images.engine.RenditionSpec;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The renditions of one decoded picture. */
final class TurboJob {

    private final TurboSession session;
    private final PlaneScaler scaler;
    private final ImageHeader header;
    private final @Nullable ColourProfile profile;
    private final StampPress press;
    private final ImageEncoder encoder;

    TurboJob(
            TurboSession session,
            Picture decoded,
            ImageHeader header,
            @Nullable ColourProfile profile,
            StampPress press,
            ImageEncoder encoder) {
        this.session = session;
        this.scaler = new PlaneScaler(decoded, header.stored(), PlaneResizer.create());
        this.header = header;
        this.profile = profile;
        this.press = press;
        this.encoder = encoder;
    }

    List<Rendition> make(List<RenditionSpec> specs) throws TurboJpegException {
        List<Rendition> renditions = new ArrayList<>();
        for (RenditionSpec spec : specs) {
            renditions.add(make(spec));
        }
        return renditions;
    }

    private Rendition make(RenditionSpec spec) throws TurboJpegException {
        Framing framing = Framing.of(header.upright(), spec);
        OutputFormat format = spec.formatOf(header.format());
        Sampling sampling = samplingFor(format);
        Picture stored =
                scaler.scale(session.arena(), framing.storedRegion(header), framing.storedSize(header), sampling);
        Picture upright = PlaneTurner.turn(session.arena(), stored, header.orientation());
        if (spec.watermark() != null) {
            press.stampFor(spec.watermark(), framing.size(), sampling).blend(upright);
        }
        byte[] content = format == OutputFormat.JPEG
                ? jpeg(upright, spec.quality())
                : encoder.encode(framing.size(), interleaved(upright), profile, format, spec.quality());
        return new Rendition(spec, format, framing.size(), content);
    }

    /** Other encoders take every pixel's own colour. */
    private Sampling samplingFor(OutputFormat format) {
        if (scaler.decoded().sampling() == Sampling.GRAY) {
            return Sampling.GRAY;
        }
        return format == OutputFormat.JPEG ? Sampling.QUARTER : Sampling.FULL;
    }

    private byte[] jpeg(Picture upright, int quality) throws TurboJpegException {
        byte[] content = session.encode(upright, quality);
        return profile == null ? content : profile.insertInto(content);
    }

    private static byte[] interleaved(Picture picture) {
        List<Plane> planes = picture.planes();
        byte[] samples = new byte[Math.toIntExact(picture.size().pixels() * planes.size())];
        byte[] row = new byte[picture.size().width()];
        for (int component = 0; component < planes.size(); component++) {
            Plane plane = planes.get(component);
            int place = component;
            for (int y = 0; y < plane.height(); y++) {
                MemorySegment.copy(plane.samples(), JAVA_BYTE, (long) y * plane.stride(), row, 0, row.length);
                for (byte sample : row) {
                    samples[place] = sample;
                    place += planes.size();
                }
            }
        }
        return samples;
    }
}
