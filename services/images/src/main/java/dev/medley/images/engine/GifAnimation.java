package dev.medley.images.engine;

import dev.medley.images.engine.GifFrames.Disposal;
import dev.medley.images.engine.GifFrames.Frame;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.Consumer;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Plays a GIF: every frame is drawn over what the ones before it left. The first frame is the whole picture, as it is where
 * only that one is shown; what others draw beside it is cut off.
 */
final class GifAnimation {

    private GifAnimation() {}

    /** Takes one finished picture after the other. */
    @FunctionalInterface
    interface Audience {
        void show(Pixels picture, int millis);
    }

    /**
     * Shows every frame.
     *
     * @throws RejectedImageException when one of them is damaged
     */
    static void play(byte[] file, GifFrames frames, Dimensions size, Audience audience) throws RejectedImageException {
        ImageReader reader = ImageReaders.create(ImageFormat.GIF);
        try (ImageInputStream in = ImageReaders.stream(file)) {
            reader.setInput(in, false, true);
            BufferedImage canvas = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_ARGB);
            Frame first = frames.frames().getFirst();
            for (int index = 0; index < frames.frames().size(); index++) {
                Frame frame = frames.frames().get(index);
                int left = frame.left() - first.left();
                int top = frame.top() - first.top();
                BufferedImage before = frame.disposal() == Disposal.RESTORE ? copy(canvas) : canvas;
                BufferedImage drawn = reader.read(index);
                draw(canvas, graphics -> graphics.drawImage(drawn, left, top, null));
                audience.show(RasterUnpacker.ofArgb(canvas), frame.millis());
                switch (frame.disposal()) {
                    case KEEP -> {}
                    case CLEAR ->
                        draw(canvas, graphics -> {
                            graphics.setComposite(AlphaComposite.Clear);
                            graphics.fillRect(left, top, frame.width(), frame.height());
                        });
                    case RESTORE -> canvas = before;
                }
            }
        } catch (IOException | RuntimeException e) {
            // Decoders answer hostile content with every kind of runtime exception.
            throw new RejectedImageException(Truncation.verdict(file, ImageFormat.GIF), e);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage copy(BufferedImage picture) {
        BufferedImage copy = new BufferedImage(picture.getWidth(), picture.getHeight(), picture.getType());
        picture.copyData(copy.getRaster());
        return copy;
    }

    private static void draw(BufferedImage canvas, Consumer<Graphics2D> drawing) {
        Graphics2D graphics = canvas.createGraphics();
        try {
            drawing.accept(graphics);
        } finally {
            graphics.dispose();
        }
    }
}
