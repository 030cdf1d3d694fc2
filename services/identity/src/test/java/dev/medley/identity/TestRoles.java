package dev.medley.identity;

import dev.medley.testing.TestPlatform;
import dev.medley.testing.TestPlatform.TestUser;
import java.util.UUID;

/** Signed-in users of a role. */
final class TestRoles {

    private TestRoles() {}

    /** A new user whose token says that they have the role. */
    static TestUser signedIn(TestPlatform platform, String role) {
        return platform.signedInUser(role + "-" + UUID.randomUUID() + "@example.com", role);
    }
}
