package dev.medley.simulators;

import org.jspecify.annotations.Nullable;

/**
 * OAuth tokens of one account. Each refresh token works once, and one that comes back kills all of them, as RFC 9700
 * section 4.14.2 has it. The number in a token is all that is known of it, so that tokens outlive a restart.
 */
final class TokenFamily {

    private final String secret;
    private long uses;
    private long next;
    private long oldestAccess;
    private boolean revoked;

    TokenFamily(String secret) {
        this.secret = secret;
    }

    /**
     * What a token endpoint answers.
     *
     * @param access the access token
     * @param refresh the refresh token
     */
    record Tokens(String access, String refresh) {}

    /** A refresh token as a person gets it who signs in: nothing earlier works any more. */
    synchronized String signIn() {
        next++;
        oldestAccess = next;
        revoked = false;
        return refresh(next);
    }

    /** New tokens; null for a token that is used up, revoked or not ours. */
    synchronized @Nullable Tokens use(String refreshToken) {
        uses++;
        long number = number("refresh", refreshToken);
        if (number < 0 || revoked) {
            return null;
        }
        if (number < next) {
            revoked = true;
            return null;
        }
        next = number + 1;
        oldestAccess = next;
        return new Tokens(access(next), refresh(next));
    }

    /** How often the token endpoint was asked. */
    synchronized long uses() {
        return uses;
    }

    synchronized boolean accepts(String accessToken) {
        return number("access", accessToken) >= oldestAccess && !revoked;
    }

    /** Has access tokens expire; the refresh token still works. */
    synchronized void expireAccess() {
        oldestAccess = next + 1;
    }

    /** Has every token stop working. */
    synchronized void revoke() {
        revoked = true;
    }

    private String access(long number) {
        return "access." + secret + "." + number;
    }

    private String refresh(long number) {
        return "refresh." + secret + "." + number;
    }

    private long number(String kind, String token) {
        String start = kind + "." + secret + ".";
        if (!token.startsWith(start)) {
            return -1;
        }
        try {
            return Long.parseLong(token.substring(start.length()));
        } catch (NumberFormatException _) {
            return -1;
        }
    }
}
