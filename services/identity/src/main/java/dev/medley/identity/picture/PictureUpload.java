package dev.medley.identity.picture;

import java.net.URI;
import java.util.Map;
import java.util.UUID;

/**
 * Where to send the announced picture.
 *
 * @param imageId the image that becomes the picture when it is processed; follow it with {@code GET /images/{imageId}}
 * @param uploadUrl takes one PUT of the file
 * @param fileKey the object that the PUT creates
 * @param expiresIn seconds until the link stops working
 * @param headers must be sent with the PUT exactly so
 */
record PictureUpload(UUID imageId, URI uploadUrl, String fileKey, long expiresIn, Map<String, String> headers) {}
