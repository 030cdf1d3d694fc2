package dev.medley.images.engine;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;

/** The engine that runs on every JVM: ImageIO's codecs and Thumbnailator's resizers. */
public final class JvmImageEngine implements ImageEngine {

    private final WatermarkPainter painter;
    private final ImageEncoder encoder = new ImageEncoder();

    /** Draws watermarks with the font that the service ships. */
    public JvmImageEngine() {
        this.painter = new WatermarkPainter();
    }

    @Override
    public String name() {
        return "jvm";
    }

    @Override
    public List<Rendition> render(byte[] file, ImageHeader header, List<RenditionSpec> specs, Watermark watermark)
            throws RejectedImageException {
        boolean alpha = header.format() == ImageFormat.PNG;
        ImageFormat format = alpha ? ImageFormat.PNG : ImageFormat.JPEG;
        Pyramid pyramid = new Pyramid(decode(file, header), alpha);
        List<Rendition> renditions = new ArrayList<>();
        for (RenditionSpec spec : specs) {
            Dimensions upright = header.upright().fitInside(spec.box());
            Dimensions stored = header.orientation().swapsAxes() ? upright.transposed() : upright;
            BufferedImage picture = turn(pyramid.scaledTo(stored), header.orientation());
            if (spec.watermarked()) {
                painter.paint(picture, watermark);
            }
            renditions.add(new Rendition(spec, format, upright, encoder.encode(picture, format)));
        }
        return renditions;
    }

    private static BufferedImage decode(byte[] file, ImageHeader header) throws RejectedImageException {
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
