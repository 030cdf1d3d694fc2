package dev.medley.identity.alias;

/**
 * The envelope of the system before.
 *
 * @param success always true; a failure is a problem
 * @param message for people
 * @param data what came of it
 */
public record SuccessResponse<T>(boolean success, String message, T data) {}
