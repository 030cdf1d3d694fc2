package dev.medley.storage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object as one request got it. No record, as two of them are never compared by their bytes. */
public final class FetchedObject {

    private final StoredObject stored;
    private final byte @Nullable [] content;

    FetchedObject(StoredObject stored, byte @Nullable [] content) {
        this.stored = stored;
        this.content = content;
    }

    /** What S3 knows of it. */
    public StoredObject stored() {
        return stored;
    }

    /** The whole content, not a copy; empty when it was longer than asked for. */
    public Optional<byte[]> content() {
        return Optional.ofNullable(content);
    }
}
