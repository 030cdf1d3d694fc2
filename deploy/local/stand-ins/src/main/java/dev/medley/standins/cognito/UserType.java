package dev.medley.standins.cognito;

import java.util.List;

/**
 * A user in a listing.
 *
 * @param username generated
 * @param attributes all, or those that were asked for
 * @param userCreateDate seconds since the epoch
 * @param userLastModifiedDate seconds since the epoch
 * @param enabled whether sign-in is possible
 * @param userStatus where the user stands
 */
record UserType(
        String username,
        List<User.AttributeType> attributes,
        long userCreateDate,
        long userLastModifiedDate,
        boolean enabled,
        UserStatus userStatus) {

    /**
     * Shows a user.
     *
     * @param attributesToGet names of attributes; all when empty
     */
    static UserType of(User user, List<String> attributesToGet) {
        return new UserType(
                user.username().toString(),
                user.attributeTypes().stream()
                        .filter(attribute -> attributesToGet.isEmpty() || attributesToGet.contains(attribute.name()))
                        .toList(),
                user.createdAt().getEpochSecond(),
                user.updatedAt().getEpochSecond(),
                user.enabled(),
                user.status());
    }
}
