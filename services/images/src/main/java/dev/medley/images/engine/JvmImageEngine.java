package dev.medley.images.engine;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The engine that runs on every JVM: ImageIO's codecs, and everything between them in plain loops. */
public final class JvmImageEngine implements ImageEngine {

    private final WatermarkPainter painter = new WatermarkPainter();
    private final ImageEncoder encoder = new ImageEncoder();
    private final Animation animation;

    /** Shows the first frame of an animation. */
    public JvmImageEngine() {
        this(Animation.FIRST_FRAME);
    }

    /** Treats animations in that way. */
    public JvmImageEngine(Animation animation) {
        this.animation = animation;
    }

    @Override
    public String name() {
        return "jvm";
    }

    @Override
    public Set<OutputFormat> formats() {
        return encoder.formats();
    }

    @Override
    public List<Rendition> render(byte[] file, ImageHeader header, List<RenditionSpec> specs)
            throws RejectedImageException {
        Decoded decoded = PictureDecoder.decode(file, header);
        PixelScaler scaler = new PixelScaler(decoded.pixels());
        List<Rendition> renditions = new ArrayList<>();
        for (RenditionSpec spec : specs) {
            Framing framing = Framing.of(header.upright(), spec);
            OutputFormat format = spec.formatOf(header.format());
            byte[] content = animation == Animation.WEBP && format == OutputFormat.WEBP && header.frames() > 1
                    ? animate(file, header, spec, framing)
                    : encoder.encode(picture(scaler, decoded.profile(), header, spec, framing), format, spec.quality());
            renditions.add(new Rendition(spec, format, framing.size(), content));
        }
        return renditions;
    }

    private byte[] animate(byte[] file, ImageHeader header, RenditionSpec spec, Framing framing)
            throws RejectedImageException {
        if (header.cost() + DecodeCost.ofWebP(framing.size(), header.frames()) > DecodeCost.MAX) {
            throw new RejectedImageException(Rejection.TOO_MANY_FRAMES);
        }
        GifFrames frames = GifFrames.of(file);
        AnimatedWebP animated = new AnimatedWebP(framing.size(), frames.repeats());
        GifAnimation.play(file, frames, header.stored(), (pixels, millis) -> {
            BufferedImage picture = picture(new PixelScaler(pixels), null, header, spec, framing);
            animated.add(encoder.encode(picture, OutputFormat.WEBP, spec.quality()), millis);
        });
        return animated.file();
    }

    private BufferedImage picture(
            PixelScaler scaler,
            @Nullable ColourProfile profile,
            ImageHeader header,
            RenditionSpec spec,
            Framing framing) {
        Pixels scaled = scaler.scale(framing.storedRegion(header), framing.storedSize(header));
        BufferedImage picture = Finisher.finish(
                scaled, profile, header.orientation(), spec.formatOf(header.format()) != OutputFormat.JPEG);
        if (spec.watermark() != null) {
            put(picture, painter.draw(spec.watermark(), framing.size()));
        }
        return picture;
    }

    private static void put(BufferedImage picture, Stamp stamp) {
        Region region = stamp.region();
        BufferedImage mark = new BufferedImage(region.width(), region.height(), BufferedImage.TYPE_INT_ARGB);
        mark.setRGB(0, 0, region.width(), region.height(), stamp.argb(), 0, region.width());
        Graphics2D graphics = picture.createGraphics();
        graphics.drawImage(mark, region.left(), region.top(), null);
        graphics.dispose();
    }
}
