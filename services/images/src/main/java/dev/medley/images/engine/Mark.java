package dev.medley.images.engine;

/** What a watermark shows. Equal marks look the same. */
public sealed interface Mark permits TextMark, PictureMark {

    /** A small value that is equal for equal marks: what drawn ones are kept by, as a mark itself may hold a picture. */
    Object identity();
}
