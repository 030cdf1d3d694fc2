package dev.medley.identity.cognito;

/**
 * A user as administrators see them in the pool.
 *
 * @param sub never changes and is never given to somebody else
 * @param email the user's address
 * @param emailVerified whether the address is proved
 * @param standing how far the account has come
 * @param enabled whether the user may sign in
 */
public record DirectoryUser(String sub, String email, boolean emailVerified, Standing standing, boolean enabled) {

    /** How far an account has come. */
    public enum Standing {
        /** Signed up, and has not proved the address. */
        UNCONFIRMED,
        /** Made by an administrator, and has not signed in yet. */
        INVITED,
        /** The address is proved. */
        CONFIRMED
    }
}
