package dev.medley.standins.cognito;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Six-digit codes: one per user and purpose, stored hashed, used once. */
final class VerificationCodes {

    private static final int LENGTH = 6;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final SlowHash slowHash;
    private final Limits limits;
    private final InstantSource clock;

    VerificationCodes(JdbcClient jdbc, Secrets secrets, SlowHash slowHash, Limits limits, InstantSource clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.slowHash = slowHash;
        this.limits = limits;
        this.clock = clock;
    }

    /** Makes a code; an earlier one for the same purpose is void. */
    String issue(User user, CodePurpose purpose) {
        String code = secrets.digits(LENGTH);
        jdbc.sql("""
                        insert into cognito.verification_code (username, purpose, code_hash, expires_at)
                        values (?, ?, ?, ?)
                        on conflict (username, purpose) do update
                            set code_hash = excluded.code_hash, expires_at = excluded.expires_at
                        """)
                .params(
                        user.username(),
                        purpose.name(),
                        slowHash.hash(code),
                        Database.timestamp(clock.instant().plus(purpose.lifetime())))
                .update();
        return code;
    }

    /** Takes as long as {@link #issue}, for an address that gets no code. */
    void pretendToIssue() {
        slowHash.hash(secrets.digits(LENGTH));
    }

    /** Uses up a code, or refuses: no code or an old one is expired, a wrong one is a mismatch. */
    void redeem(User user, CodePurpose purpose, String code) {
        limits.take(user.email(), purpose.attempts());
        Issued issued = find(user, purpose);
        boolean matches = slowHash.matches(code, issued == null ? null : issued.hash());
        if (issued == null || !clock.instant().isBefore(issued.expiresAt())) {
            throw CognitoError.codeExpired();
        }
        if (!matches) {
            throw CognitoError.codeMismatch();
        }
        jdbc.sql("delete from cognito.verification_code where username = ? and purpose = ?")
                .params(user.username(), purpose.name())
                .update();
        limits.clear(user.email(), purpose.attempts());
    }

    /** Refuses like a wrong code, for an address without user; it counts and takes as long. */
    CognitoError mismatchFor(String username, CodePurpose purpose, String code) {
        limits.take(Users.normalize(username), purpose.attempts());
        slowHash.matches(code, null);
        return CognitoError.codeMismatch();
    }

    private @Nullable Issued find(User user, CodePurpose purpose) {
        return jdbc.sql("""
                        select code_hash, expires_at from cognito.verification_code
                        where username = ? and purpose = ? for update
                        """)
                .params(user.username(), purpose.name())
                .query((row, _) -> new Issued(row.getString("code_hash"), Database.instant(row, "expires_at")))
                .optional()
                .orElse(null);
    }

    private record Issued(String hash, Instant expiresAt) {}
}
