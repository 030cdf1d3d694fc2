package dev.medley.storage;

import java.net.URI;
import java.util.Map;

/**
 * Where and how to upload one object, once.
 *
 * @param url takes one PUT
 * @param headers must be sent exactly so
 */
public record UploadLink(URI url, Map<String, String> headers) {}
