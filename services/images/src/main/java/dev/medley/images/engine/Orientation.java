package dev.medley.images.engine;

import java.awt.geom.AffineTransform;
import org.jspecify.annotations.Nullable;

/** How a camera was held: EXIF 2.32, tag 0x0112. The stored picture is turned by this to stand upright. */
public enum Orientation {
    /** 1: as stored. */
    UPRIGHT(1, 0, 1, 0),
    /** 2: mirrored left to right. */
    MIRRORED(-1, 0, 1, 0),
    /** 3: upside down. */
    ROTATED_180(-1, 0, -1, 0),
    /** 4: mirrored top to bottom. */
    FLIPPED(1, 0, -1, 0),
    /** 5: mirrored along the main diagonal. */
    TRANSPOSED(0, 1, 0, 1),
    /** 6: needs a quarter turn clockwise. */
    ROTATED_90(0, 1, 0, -1),
    /** 7: mirrored along the other diagonal. */
    TRANSVERSED(0, -1, 0, -1),
    /** 8: needs a quarter turn counter-clockwise. */
    ROTATED_270(0, -1, 0, 1);

    private final int m00;
    private final int m10;
    private final int m11;
    private final int m01;

    Orientation(int m00, int m10, int m11, int m01) {
        this.m00 = m00;
        this.m10 = m10;
        this.m11 = m11;
        this.m01 = m01;
    }

    /** By the tag's value; anything unknown counts as upright, as viewers do. */
    public static Orientation ofTag(@Nullable Integer tag) {
        return tag == null || tag < 1 || tag > 8 ? UPRIGHT : values()[tag - 1];
    }

    /** Whether width and height change places. */
    public boolean swapsAxes() {
        return m00 == 0;
    }

    /** The size of the upright picture. */
    public Dimensions upright(Dimensions stored) {
        return swapsAxes() ? stored.transposed() : stored;
    }

    /**
     * Where an upright pixel is stored.
     *
     * @param x column when upright
     * @param y row when upright
     * @param width of the stored picture
     * @param height of the stored picture
     * @return index into the stored picture, row after row
     */
    public int storedIndex(int x, int y, int width, int height) {
        // The inverse of a turn is its transposition.
        int column = m00 * x + m10 * y + (m00 + m10 < 0 ? width - 1 : 0);
        int row = m01 * x + m11 * y + (m01 + m11 < 0 ? height - 1 : 0);
        return row * width + column;
    }

    /** Where a region of the upright picture is stored. */
    public Region stored(Region upright, Dimensions stored) {
        int first = storedIndex(upright.left(), upright.top(), stored.width(), stored.height());
        int last = storedIndex(
                upright.left() + upright.width() - 1,
                upright.top() + upright.height() - 1,
                stored.width(),
                stored.height());
        int left = Math.min(first % stored.width(), last % stored.width());
        int top = Math.min(first / stored.width(), last / stored.width());
        return swapsAxes()
                ? new Region(left, top, upright.height(), upright.width())
                : new Region(left, top, upright.width(), upright.height());
    }

    /** Maps stored pixels to their upright places. */
    AffineTransform transform(Dimensions stored) {
        int dx = (m00 < 0 ? stored.width() : 0) + (m01 < 0 ? stored.height() : 0);
        int dy = (m10 < 0 ? stored.width() : 0) + (m11 < 0 ? stored.height() : 0);
        return new AffineTransform(m00, m10, m01, m11, dx, dy);
    }
}
