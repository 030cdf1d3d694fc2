package dev.medley.images.engine;

/** A finished rendition. No record, as two of them are never compared by their bytes. */
public final class Rendition {

    private final RenditionSpec spec;
    private final OutputFormat format;
    private final Dimensions size;
    private final byte[] content;

    /** Takes the bytes as they are; nobody may change them afterwards. */
    public Rendition(RenditionSpec spec, OutputFormat format, Dimensions size, byte[] content) {
        this.spec = spec;
        this.format = format;
        this.size = size;
        this.content = content;
    }

    /** What was asked for. */
    public RenditionSpec spec() {
        return spec;
    }

    /** The format of the content. */
    public OutputFormat format() {
        return format;
    }

    /** In pixels. */
    public Dimensions size() {
        return size;
    }

    /** The encoded picture, without any metadata of the original. Not a copy. */
    public byte[] content() {
        return content;
    }
}
