package dev.medley.standins.cognito;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recognises the access tokens that end users show to the user pool itself. */
final class AccessTokens {

    private final URI issuer;
    private final SigningKeys keys;
    private final Sessions sessions;
    private final Users users;
    private final InstantSource clock;

    AccessTokens(URI issuer, SigningKeys keys, Sessions sessions, Users users, InstantSource clock) {
        this.issuer = issuer;
        this.keys = keys;
        this.sessions = sessions;
        this.users = users;
        this.clock = clock;
    }

    /** The bearer; a token that is forged, of another kind, over or revoked is {@code NotAuthorizedException}. */
    User bearer(String token) {
        try {
            return bearer(SignedJWT.parse(token));
        } catch (ParseException | JOSEException e) {
            throw invalid();
        }
    }

    /** For triggers: the client to which a bearer's token was issued. */
    TriggerContext context(String token, Input input) {
        try {
            return new TriggerContext(
                    SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("client_id"),
                    input.parameters("ClientMetadata"));
        } catch (ParseException e) {
            throw invalid();
        }
    }

    private User bearer(SignedJWT token) throws ParseException, JOSEException {
        JWTClaimsSet claims = token.getJWTClaimsSet();
        if (!signedHere(token)
                || !issuer.toString().equals(claims.getIssuer())
                || !TokenUse.ACCESS.claim().equals(claims.getStringClaim("token_use"))) {
            throw invalid();
        }
        if (!clock.instant().isBefore(claims.getExpirationTime().toInstant())) {
            throw CognitoError.notAuthorized("Access Token has expired");
        }
        SignInSession session = sessionOf(claims);
        if (session.revoked()) {
            throw CognitoError.notAuthorized("Access Token has been revoked");
        }
        return users.find(session.username()).orElseThrow(AccessTokens::invalid);
    }

    /** A service's own token belongs to no session. */
    private SignInSession sessionOf(JWTClaimsSet claims) throws ParseException {
        @Nullable String originJti = claims.getStringClaim("origin_jti");
        if (originJti == null) {
            throw invalid();
        }
        return sessions.find(UUID.fromString(originJti)).orElseThrow(AccessTokens::invalid);
    }

    private boolean signedHere(SignedJWT token) throws JOSEException {
        @Nullable String kid = token.getHeader().getKeyID();
        if (kid == null || !JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())) {
            return false;
        }
        RSAKey key = keys.find(TokenUse.ACCESS, kid).orElse(null);
        return key != null && token.verify(new RSASSAVerifier(key));
    }

    private static CognitoError invalid() {
        return CognitoError.notAuthorized("Invalid Access Token");
    }
}
