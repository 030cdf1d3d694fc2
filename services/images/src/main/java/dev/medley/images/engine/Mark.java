package dev.medley.images.engine;

/** What a watermark shows. Equal marks look the same, so that drawn ones can be kept. */
public sealed interface Mark permits TextMark, PictureMark {}
