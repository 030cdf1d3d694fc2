package dev.medley.images.engine;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;

/** The engine that runs on every JVM: ImageIO's codecs and Thumbnailator's resizers. */
public final class JvmImageEngine implements ImageEngine {

    private final WatermarkPainter painter;
    private final ImageEncoder encoder = new ImageEncoder();

    /** Draws watermarks with the fonts that the service ships. */
    public JvmImageEngine() {
        this.painter = new WatermarkPainter();
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
        BufferedImage decoded = decode(file, header);
        boolean alpha = decoded.getColorModel().hasAlpha();
        Map<Region, Pyramid> pyramids = new HashMap<>();
        List<Rendition> renditions = new ArrayList<>();
        for (RenditionSpec spec : specs) {
            Framing framing = Framing.of(header.upright(), spec);
            OutputFormat format = spec.formatOf(header.format());
            Pyramid pyramid = pyramids.computeIfAbsent(
                    framing.storedRegion(header), region -> new Pyramid(cut(decoded, region), alpha));
            BufferedImage stored = pyramid.scaledTo(framing.storedSize(header));
            BufferedImage picture = turn(flattened(stored, format), header.orientation());
            if (spec.watermark() != null) {
                put(picture, painter.draw(spec.watermark(), framing.size()));
            }
            byte[] content = encoder.encode(picture, format, spec.quality());
            renditions.add(new Rendition(spec, format, framing.size(), content));
        }
        return renditions;
    }

    private static BufferedImage cut(BufferedImage picture, Region region) {
        return picture.getSubimage(region.left(), region.top(), region.width(), region.height());
    }

    private static BufferedImage flattened(BufferedImage picture, OutputFormat format) {
        if (format != OutputFormat.JPEG || !picture.getColorModel().hasAlpha()) {
            return picture;
        }
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }

    private static void put(BufferedImage picture, Stamp stamp) {
        Region region = stamp.region();
        BufferedImage mark = new BufferedImage(region.width(), region.height(), BufferedImage.TYPE_INT_ARGB);
        mark.setRGB(0, 0, region.width(), region.height(), stamp.argb(), 0, region.width());
        Graphics2D graphics = picture.createGraphics();
        graphics.drawImage(mark, region.left(), region.top(), null);
        graphics.dispose();
    }

    static BufferedImage decode(byte[] file, ImageHeader header) throws RejectedImageException {
        ImageReader reader = ImageReaders.create(header.format(), header.components());
        TruncationWatch watch = new TruncationWatch();
        BufferedImage decoded;
        try (ImageInputStream in = ImageReaders.stream(file)) {
            reader.addIIOReadWarningListener(watch);
            reader.setInput(in, true, true);
            decoded = reader.read(0);
        } catch (IOException | RuntimeException e) {
            // Decoders answer hostile content with every kind of runtime exception.
            throw new RejectedImageException(Truncation.verdict(file, header.format()), e);
        } finally {
            reader.dispose();
        }
        if (watch.truncated || Truncation.isTruncated(file, header.format())) {
            throw new RejectedImageException(Rejection.TRUNCATED);
        }
        return decoded;
    }

    private static BufferedImage turn(BufferedImage stored, Orientation orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return stored;
        }
        Dimensions size = new Dimensions(stored.getWidth(), stored.getHeight());
        Dimensions upright = orientation.upright(size);
        BufferedImage turned = new BufferedImage(upright.width(), upright.height(), stored.getType());
        Graphics2D graphics = turned.createGraphics();
        try {
            graphics.drawImage(stored, orientation.transform(size), null);
        } finally {
            graphics.dispose();
        }
        return turned;
    }

    /** ImageIO returns a full-size picture for half a file and tells only its warning listeners. */
    private static final class TruncationWatch implements IIOReadWarningListener {

        private boolean truncated;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            String text = warning.toLowerCase(Locale.ROOT);
            truncated |= text.contains("truncated") || text.contains("premature end");
        }
    }
}
