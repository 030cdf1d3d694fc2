package dev.medley.images.engine;

/**
 * The geometry of a rendition: which part of the upright picture it shows, and how large.
 *
 * @param region of the upright picture
 * @param size of the rendition; never larger than the region
 */
public record Framing(Region region, Dimensions size) {

    /** What a rendition of a picture shows. */
    public static Framing of(Dimensions upright, RenditionSpec spec) {
        Dimensions box = spec.box();
        return switch (spec.fit()) {
            case FIT -> new Framing(Region.all(upright), upright.fitInside(box));
            case FILL -> {
                Dimensions largest = largestOfShape(box, upright);
                Region region = spec.gravity().place(upright, largest, 0);
                boolean covers = largest.width() >= box.width() && largest.height() >= box.height();
                yield new Framing(region, covers ? box : largest);
            }
            case CROP -> {
                Region region = spec.gravity().place(upright, box, 0);
                yield new Framing(region, region.size());
            }
        };
    }

    /** The region that is shown, before the picture is turned upright. */
    public Region storedRegion(ImageHeader header) {
        return header.orientation().stored(region, header.stored());
    }

    /** The size of the rendition before it is turned upright. */
    public Dimensions storedSize(ImageHeader header) {
        return header.orientation().swapsAxes() ? size.transposed() : size;
    }

    private static Dimensions largestOfShape(Dimensions shape, Dimensions room) {
        double scale = Math.min((double) room.width() / shape.width(), (double) room.height() / shape.height());
        return new Dimensions(
                Math.clamp(Math.round(shape.width() * scale), 1, room.width()),
                Math.clamp(Math.round(shape.height() * scale), 1, room.height()));
    }
}
