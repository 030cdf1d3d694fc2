package dev.medley.images.engine;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The engine that runs on every JVM: ImageIO's codecs, and everything between them in plain loops. */
public final class JvmImageEngine implements ImageEngine {

    private final WatermarkPainter painter = new WatermarkPainter();
    private final ImageEncoder encoder = new ImageEncoder();

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
            Pixels scaled = scaler.scale(framing.storedRegion(header), framing.storedSize(header));
            BufferedImage picture =
                    Finisher.finish(scaled, decoded.profile(), header.orientation(), format != OutputFormat.JPEG);
            if (spec.watermark() != null) {
                put(picture, painter.draw(spec.watermark(), framing.size()));
            }
            byte[] content = encoder.encode(picture, format, spec.quality());
            renditions.add(new Rendition(spec, format, framing.size(), content));
        }
        return renditions;
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
