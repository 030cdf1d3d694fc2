package dev.medley.standins;

/**
 * How a service reaches its schema.
 *
 * @param url JDBC address
 * @param username the service's own role
 * @param password generated per start
 */
public record DatabaseAccess(String url, String username, String password) {

    /** Leaves the password out, as this ends up in logs. */
    @Override
    public String toString() {
        return "DatabaseAccess[" + url + " as " + username + "]";
    }
}
