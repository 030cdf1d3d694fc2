package dev.medley.images.engine;

/** Why an uploaded file gets no renditions. The code is stable; clients may branch on it. */
public enum Rejection {
    /** No bytes at all. */
    EMPTY_FILE("empty-file", "The file is empty."),
    /** Longer than accepted. */
    TOO_LARGE("too-large", "The file is larger than the 10 MB that are accepted."),
    /** Not the number of bytes that was announced. */
    LENGTH_MISMATCH("length-mismatch", "The file's length is not the one that was announced."),
    /** Not the bytes whose hash was announced. */
    CHECKSUM_MISMATCH("checksum-mismatch", "The file's SHA-256 is not the one that was announced."),
    /** No accepted signature. */
    NOT_AN_IMAGE("not-an-image", "The file is not a JPEG, PNG or GIF picture."),
    /** An accepted format, but another than announced. */
    TYPE_MISMATCH("type-mismatch", "The file is a picture of another type than announced."),
    /** More pixels than are decoded. */
    TOO_MANY_PIXELS("too-many-pixels", "The picture has more pixels than are accepted."),
    /** Decoding it costs more than is granted: a small file that would take minutes. */
    TOO_COMPLEX("too-complex", "The picture is coded in a way that takes too long to decode."),
    /** More frames than are decoded. */
    TOO_MANY_FRAMES("too-many-frames", "The animation has more or larger frames than are accepted."),
    /** A kind of its format that nobody displays: lossless, arithmetic, of 12 bits. */
    UNSUPPORTED("unsupported", "The picture is of a rare kind of its format that is not accepted."),
    /** Ends before the picture does. */
    TRUNCATED("truncated", "The file ends before the picture does."),
    /** Cannot be decoded. */
    CORRUPT("corrupt", "The picture is damaged and cannot be decoded."),
    /** The virus scanner found something in it. */
    INFECTED("infected", "The file contains malware.");

    private final String code;
    private final String detail;

    Rejection(String code, String detail) {
        this.code = code;
        this.detail = detail;
    }

    /** Stable, kebab case. */
    public String code() {
        return code;
    }

    /** For people. */
    public String detail() {
        return detail;
    }
}
