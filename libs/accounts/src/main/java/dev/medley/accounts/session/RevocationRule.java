package dev.medley.accounts.session;

import java.time.Instant;
import java.util.Objects;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/** Refuses a token that is good by itself but whose session has ended. */
final class RevocationRule implements OAuth2TokenValidator<Jwt> {

    private static final OAuth2TokenValidatorResult REFUSED = OAuth2TokenValidatorResult.failure(
            new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, "The session of this token has ended.", null));

    private final RevokedSessions sessions;

    RevocationRule(RevokedSessions sessions) {
        this.sessions = sessions;
    }

    /** A token that does not say when it was issued counts as issued before everything. */
    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        Instant issuedAt = Objects.requireNonNullElse(token.getIssuedAt(), Instant.EPOCH);
        String userId = token.getSubject();
        return userId == null || sessions.isRevoked(userId, issuedAt) ? REFUSED : OAuth2TokenValidatorResult.success();
    }
}
