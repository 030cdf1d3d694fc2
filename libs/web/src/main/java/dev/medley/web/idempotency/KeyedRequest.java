package dev.medley.web.idempotency;

/**
 * A request under a key.
 *
 * @param principal the user's sub; empty on a public route
 * @param method the HTTP method
 * @param route the route's pattern, so that one key can serve several routes
 * @param key as the client chose it
 * @param digest SHA-256 of path, query and body
 */
record KeyedRequest(String principal, String method, String route, String key, RequestDigest digest) {}
