package dev.medley.identity.auth;

/**
 * Says that something was done.
 *
 * @param message for people
 */
public record MessageResponse(String message) {}
