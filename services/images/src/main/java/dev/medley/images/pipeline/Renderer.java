package dev.medley.images.pipeline;

import dev.medley.images.ImagesProperties;
import dev.medley.images.engine.Animation;
import dev.medley.images.engine.DecodeBudget;
import dev.medley.images.engine.DecodeMemory;
import dev.medley.images.engine.Framing;
import dev.medley.images.engine.ImageEngine;
import dev.medley.images.engine.ImageHeader;
import dev.medley.images.engine.OutputFormat;
import dev.medley.images.engine.PictureMark;
import dev.medley.images.engine.RejectedImageException;
import dev.medley.images.engine.Rendition;
import dev.medley.images.engine.RenditionSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Renders pictures, no more at once than memory and processors allow. */
@Component
public class Renderer {

    /** The scaled samples and the picture of four bytes a pixel, then that and the file twice, of up to two bytes each. */
    private static final int BYTES_PER_JPEG_PIXEL = 8;

    /** A file of up to four bytes a pixel beside the picture, or its watermark's picture and canvas. */
    private static final int BYTES_PER_OTHER_PIXEL = 12;

    private static final int BYTES_PER_PIXEL_OF_JPEG_FILE = 2;
    private static final int BYTES_PER_PIXEL_OF_OTHER_FILE = 4;

    /** Coefficients of progressive JPEGs with a quarter of the chroma, as they are written. */
    private static final int CODEC_BYTES_PER_JPEG_PIXEL = 3;

    private final ImageEngine engine;
    private final DecodeBudget budget;
    private final Animation animation;

    Renderer(ImageEngine engine, DecodeBudget budget, ImagesProperties properties) {
        this.engine = engine;
        this.budget = budget;
        this.animation = properties.animation();
    }

    /**
     * All renditions of a picture from one decode.
     *
     * @param header the file's
     * @param begin runs when the picture's turn has come: the wait for it is no part of what the lease has to last for
     * @return one for each spec, in their order
     * @throws RejectedImageException when the picture turns out to be truncated or damaged, or would take more memory with
     *     these renditions than there is: it has too many pixels then
     */
    public List<Rendition> render(byte[] file, ImageHeader header, List<RenditionSpec> specs, Runnable begin)
            throws RejectedImageException {
        try (var _ = budget.take(heapBytes(header, specs, animation), codecBytes(header, specs))) {
            begin.run();
            return engine.render(file, header, specs);
        }
    }

    /**
     * Heap that rendering takes at most: what decoding takes, or the decoded picture, a watermark's, one rendition in work
     * and those that are finished. Some of it is native memory in the fast engine.
     */
    static long heapBytes(ImageHeader header, List<RenditionSpec> specs, Animation animation) {
        DecodeMemory memory = header.memory();
        long inWork = 0;
        long finished = 0;
        long moving = 0;
        for (RenditionSpec spec : specs) {
            OutputFormat format = spec.formatOf(header.format());
            boolean jpeg = format == OutputFormat.JPEG;
            boolean small = jpeg && marks(List.of(spec)).findAny().isEmpty();
            long pixels = pixels(header, spec);
            long file = pixels * (jpeg ? BYTES_PER_PIXEL_OF_JPEG_FILE : BYTES_PER_PIXEL_OF_OTHER_FILE);
            // Its own file is one of the finished ones afterwards.
            inWork = Math.max(inWork, pixels * (small ? BYTES_PER_JPEG_PIXEL : BYTES_PER_OTHER_PIXEL) - file);
            finished += file;
            if (animation == Animation.WEBP && format == OutputFormat.WEBP) {
                moving = memory.moving();
            }
        }
        long mark = marks(specs).mapToLong(PictureMark::heapBytes).max().orElse(0);
        return Math.max(memory.decoding(), memory.decoded() + moving + mark + inWork + finished);
    }

    /** Native memory that decoding and encoding take, one after the other. */
    static long codecBytes(ImageHeader header, List<RenditionSpec> specs) {
        long encoding = specs.stream()
                .mapToLong(spec -> CODEC_BYTES_PER_JPEG_PIXEL * pixels(header, spec))
                .max()
                .orElse(0);
        long mark = marks(specs).mapToLong(PictureMark::codecBytes).max().orElse(0);
        return Math.max(header.memory().coefficients(), Math.max(mark, encoding));
    }

    private static long pixels(ImageHeader header, RenditionSpec spec) {
        return Framing.of(header.upright(), spec).size().pixels();
    }

    private static Stream<PictureMark> marks(List<RenditionSpec> specs) {
        return specs.stream()
                .flatMap(spec -> Optional.ofNullable(spec.watermark()).stream())
                .map(watermark -> watermark.mark())
                .filter(PictureMark.class::isInstance)
                .map(PictureMark.class::cast);
    }
}
