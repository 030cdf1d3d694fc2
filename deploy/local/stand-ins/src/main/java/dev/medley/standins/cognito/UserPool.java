package dev.medley.standins.cognito;

import java.time.Instant;
import java.util.UUID;

/**
 * The one user pool of an installation.
 *
 * @param id {@code <region>_<nine characters>}
 * @param name shown in listings
 * @param decoyKey from which the made-up names of unknown users come
 * @param createdAt when the stand-in first started on this database
 */
record UserPool(String id, String name, UUID decoyKey, Instant createdAt) {

    /** The pool that a request names must be this one. */
    void require(Input input) {
        String named = input.text("UserPoolId");
        if (!named.equals(id)) {
            throw CognitoError.resourceNotFound("User pool " + named + " does not exist.");
        }
    }

    /** What follows the region; SRP mixes it into passwords. */
    String shortId() {
        return id.substring(id.indexOf('_') + 1);
    }

    String region() {
        return id.substring(0, id.indexOf('_'));
    }

    /** The name under which IAM policies would know the pool; the account is AWS's own example number. */
    String arn() {
        return "arn:aws:cognito-idp:%s:123456789012:userpool/%s".formatted(region(), id);
    }
}
