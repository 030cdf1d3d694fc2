package dev.medley.images.engine;

import org.jspecify.annotations.Nullable;

/**
 * A file of the corpus and what has to become of it.
 *
 * @param name for people
 * @param announced the type that the user says it has
 * @param accepted the size when upright, null when it is rejected
 * @param rejection the verdict, null when it is accepted
 * @param content made when it is needed, as some are large
 */
record HostileFile(
        String name,
        ImageFormat announced,
        @Nullable Dimensions accepted,
        @Nullable Rejection rejection,
        Content content) {

    @FunctionalInterface
    interface Content {
        byte[] make() throws Exception;
    }

    static HostileFile accepted(String name, ImageFormat announced, int width, int height, Content content) {
        return new HostileFile(name, announced, new Dimensions(width, height), null, content);
    }

    static HostileFile rejected(String name, ImageFormat announced, Rejection rejection, Content content) {
        return new HostileFile(name, announced, null, rejection, content);
    }

    @Override
    public String toString() {
        return name;
    }
}
