package dev.medley.images.engine;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The engine that runs on every JVM: ImageIO's codecs, and everything between them in plain loops. */
public final class JvmImageEngine implements ImageEngine {

    private static final DirectColorModel ARGB = (DirectColorModel) ColorModel.getRGBdefault();

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
        List<RenditionSpec> largestFirst = specs.stream()
                .sorted(Comparator.comparingInt(spec -> level(header, spec)))
                .toList();
        Map<RenditionSpec, Rendition> renditions = new HashMap<>();
        for (RenditionSpec spec : largestFirst) {
            Framing framing = Framing.of(header.upright(), spec);
            OutputFormat format = spec.formatOf(header.format());
            byte[] content = animation == Animation.WEBP && format == OutputFormat.WEBP && header.frames() > 1
                    ? animate(file, header, spec, framing)
                    : encoder.encode(picture(scaler, decoded.profile(), header, spec, framing), format, spec.quality());
            renditions.put(spec, new Rendition(spec, format, framing.size(), content));
        }
        return specs.stream()
                .map(spec -> Objects.requireNonNull(renditions.get(spec)))
                .toList();
    }

    private static int level(ImageHeader header, RenditionSpec spec) {
        Framing framing = Framing.of(header.upright(), spec);
        return PixelScaler.levelFor(framing.storedRegion(header), framing.storedSize(header));
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
        // What is scaled has no name, by which it would stay while the watermark is drawn.
        BufferedImage picture = Finisher.finish(
                scaler.scale(framing.storedRegion(header), framing.storedSize(header)),
                profile,
                header.orientation(),
                spec.formatOf(header.format()) != OutputFormat.JPEG);
        if (spec.watermark() != null) {
            put(picture, painter.draw(spec.watermark(), framing.size()));
        }
        return picture;
    }

    private static void put(BufferedImage picture, Stamp stamp) {
        Region region = stamp.region();
        WritableRaster raster = Raster.createPackedRaster(
                new DataBufferInt(stamp.argb(), stamp.argb().length),
                region.width(),
                region.height(),
                region.width(),
                ARGB.getMasks(),
                null);
        Graphics2D graphics = picture.createGraphics();
        graphics.drawImage(new BufferedImage(ARGB, raster, false, null), region.left(), region.top(), null);
        graphics.dispose();
    }
}
