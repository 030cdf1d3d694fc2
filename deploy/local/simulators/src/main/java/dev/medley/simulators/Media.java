package dev.medley.simulators;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file in a simulated cloud.
 *
 * @param id as listings tell it, hostile if a test wants it
 * @param filename as listings tell it
 * @param bytes length of its content
 * @param announced what listings tell as its length: a number, a text, or null for nothing
 * @param createdAt when it arrived
 * @param ready whether it can be downloaded
 * @param version changes when its content does
 * @param proxyBytes length of what the cloud made of it and offers in its place; null when it offers the file itself
 */
public record Media(
        String id,
        String filename,
        long bytes,
        @Nullable Object announced,
        Instant createdAt,
        boolean ready,
        int version,
        @Nullable Long proxyBytes) {

    /** An ordinary file. */
    public static Media of(String id, String filename, long bytes, Instant createdAt) {
        return new Media(id, filename, bytes, bytes, createdAt, true, 1, null);
    }

    /** The same with another announced length. */
    public Media announcing(@Nullable Object length) {
        return new Media(id, filename, bytes, length, createdAt, ready, version, proxyBytes);
    }

    /** The same, ready or not. */
    public Media ready(boolean nowReady) {
        return new Media(id, filename, bytes, announced, createdAt, nowReady, version, proxyBytes);
    }

    /** The same with other content of the same length. */
    public Media changed() {
        return new Media(id, filename, bytes, announced, createdAt, ready, version + 1, proxyBytes);
    }

    /** The same, of which only a proxy of that length can be downloaded. */
    public Media offeringOnlyAProxy(long length) {
        return new Media(id, filename, bytes, announced, createdAt, ready, version, length);
    }

    /** What is offered in its place; empty when the file itself is. */
    public Optional<Media> proxy() {
        return Optional.ofNullable(proxyBytes).map(length -> of(id + "-proxy", filename, length, createdAt));
    }

    /** What identifies its content. */
    public String eTag() {
        return "\"%08x-%d\"".formatted(id.hashCode(), version);
    }

    /** Its content. */
    public GeneratedContent content() {
        return new GeneratedContent(id + "#" + version);
    }
}
