package dev.medley.mediasync.provider;

/**
 * A provider as clients see it.
 *
 * @param name its name in routes and keys
 * @param kind what it speaks
 */
record ProviderResponse(String name, ProviderKind kind) {}
