package dev.medley.contracts;

import java.time.Instant;

/**
 * An upload failed validation and has no renditions. Published by images, once per image.
 *
 * @param imageId the image
 * @param userId its owner, Cognito {@code sub}
 * @param reason stable code, for example {@code too-many-pixels}
 * @param detail the same for people
 * @param rejectedAt when the verdict fell
 */
@EventType("image.rejected")
public record ImageRejected(String imageId, String userId, String reason, String detail, Instant rejectedAt) {}
