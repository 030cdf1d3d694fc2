package dev.medley.identity.picture;

import java.net.URI;

/**
 * A user's picture.
 *
 * @param imageId the image it was made of
 * @param url its thumbnail; works without a token
 * @param expiresIn seconds until {@code url} stops working
 */
public record PictureResponse(String imageId, URI url, long expiresIn) {}
