package dev.medley.platform.demo;

import java.net.URI;

/**
 * What the walk through media-sync needs to know.
 *
 * @param email the operator's
 * @param password the operator's
 * @param goPro the simulated GoPro cloud
 * @param archive the simulated WebDAV folder
 */
public record SyncDemo(String email, String password, URI goPro, URI archive) {

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "SyncDemo[%s]".formatted(email);
    }
}
