package dev.medley.images.upload;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

/**
 * Where to send the announced file.
 *
 * @param imageId the image that will become of it
 * @param uploadUrl takes one PUT of the file
 * @param fileKey the object that the PUT creates
 * @param expiresIn seconds until the link stops working
 * @param headers must be sent with the PUT exactly so
 */
public record UploadTicket(UUID imageId, URI uploadUrl, String fileKey, long expiresIn, Map<String, String> headers) {}
