package dev.medley.identity.auth;

import java.util.Locale;

/** Addresses as accounts are known by. */
final class EmailAddress {

    private EmailAddress() {}

    /** The one form of an address that users spell in several. */
    static String normalized(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
