package dev.medley.platform.gateway;

/**
 * Something that the first page lists.
 *
 * @param name for people
 * @param role what it does here, in a few words
 * @param address where it is reached
 * @param check asks it for its health
 */
public record Component(String name, String role, String address, HealthCheck check) {}
