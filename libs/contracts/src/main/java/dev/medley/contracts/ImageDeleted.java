package dev.medley.contracts;

import java.time.Instant;

/**
 * A user deleted an image; its objects are going. Published by images, once per image. Images of an account that is erased
 * go without: {@link UserDeleted} says so of all of them.
 *
 * @param imageId the image
 * @param userId its owner, Cognito {@code sub}
 * @param deletedAt when it was deleted
 */
@EventType("image.deleted")
public record ImageDeleted(String imageId, String userId, Instant deletedAt) {}
