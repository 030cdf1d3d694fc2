package dev.medley.standins.cognito;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever wants to sign in under a name: a user, or somebody who must not learn that there is none.
 *
 * @param login as the client gave it
 * @param username of the user, or made up, the same each time
 * @param user null if there is none
 */
record Claimant(String login, UUID username, @Nullable User user) {

    /** The same under the name of an earlier request. */
    Claimant called(String earlierLogin) {
        return new Claimant(earlierLogin, username, user);
    }

    /** The address under which failures count. */
    String email() {
        return user == null ? Users.normalize(login) : user.email();
    }

    /** The name in trigger events; only what the client said when nobody is found. */
    String userName() {
        return user == null ? login : username.toString();
    }
}
