package dev.medley.mediasync.transfer;

import java.net.URI;
import java.util.Map;

/**
 * A link to a media file.
 *
 * @param address where it is read
 * @param headers what the request carries, credentials included; never logged
 */
public record MediaLink(URI address, Map<String, String> headers) {}
