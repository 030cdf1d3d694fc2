package dev.medley.images.pipeline;

/** An object lies where only announced uploads belong. */
class UnannouncedUploadException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
