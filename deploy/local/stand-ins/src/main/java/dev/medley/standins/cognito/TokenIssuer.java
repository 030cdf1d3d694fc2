package dev.medley.standins.cognito;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Mints access and id tokens with the claims of
 * <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html">
 * the developer guide</a>: no {@code typ} in the header, no {@code aud} in the access token.
 */
final class TokenIssuer {

    /** Lets the bearer call GetUser and the other operations that take an access token. */
    static final String SELF_SERVICE_SCOPE = "aws.cognito.signin.user.admin";

    private final URI issuer;
    private final SigningKeys keys;
    private final Groups groups;
    private final CognitoSettings settings;
    private final InstantSource clock;

    TokenIssuer(URI issuer, SigningKeys keys, Groups groups, CognitoSettings settings, InstantSource clock) {
        this.issuer = issuer;
        this.keys = keys;
        this.groups = groups;
        this.settings = settings;
        this.clock = clock;
    }

    /** The tokens of a sign-in, refresh token included. */
    AuthenticationResult issue(User user, Sessions.Opened opened) {
        return issue(user, opened.session(), opened.refreshToken());
    }

    /** New access and id tokens of a sign-in that goes on. */
    AuthenticationResult reissue(User user, SignInSession session) {
        return issue(user, session, null);
    }

    /** An access token for a client itself: nobody signed in, hence no username and no session. */
    String issue(AppClient client, Set<String> scopes) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(client.id())
                .issuer(issuer.toString())
                .claim("client_id", client.id())
                .claim("token_use", TokenUse.ACCESS.claim())
                .claim("scope", String.join(" ", scopes))
                .claim("auth_time", now.getEpochSecond())
                .claim("version", 2)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(settings.accessTokenLifetime())))
                .jwtID(UUID.randomUUID().toString())
                .build();
        return sign(claims, TokenUse.ACCESS);
    }

    long accessTokenSeconds() {
        return settings.accessTokenLifetime().toSeconds();
    }

    private AuthenticationResult issue(User user, SignInSession session, @Nullable String refreshToken) {
        Instant now = clock.instant();
        String event = UUID.randomUUID().toString();
        List<String> groupNames = groups.namesOf(user);
        JWTClaimsSet access = common(user, session, event, groupNames, TokenUse.ACCESS, now)
                .claim("client_id", session.clientId())
                .claim("scope", SELF_SERVICE_SCOPE)
                .claim("username", user.username().toString())
                .claim("version", 2)
                .expirationTime(Date.from(now.plus(settings.accessTokenLifetime())))
                .build();
        JWTClaimsSet.Builder id = common(user, session, event, groupNames, TokenUse.ID, now)
                .audience(session.clientId())
                .claim("cognito:username", user.username().toString())
                .claim("email", user.email())
                .claim("email_verified", user.emailVerified())
                .expirationTime(Date.from(now.plus(settings.idTokenLifetime())));
        user.attributes().forEach(id::claim);
        return new AuthenticationResult(
                sign(access, TokenUse.ACCESS),
                sign(id.build(), TokenUse.ID),
                refreshToken,
                accessTokenSeconds(),
                "Bearer");
    }

    private JWTClaimsSet.Builder common(
            User user, SignInSession session, String event, List<String> groupNames, TokenUse use, Instant now) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .subject(user.username().toString())
                .issuer(issuer.toString())
                .claim("origin_jti", session.originJti().toString())
                .claim("event_id", event)
                .claim("token_use", use.claim())
                .claim("auth_time", session.authenticatedAt().getEpochSecond())
                .issueTime(Date.from(now))
                .jwtID(UUID.randomUUID().toString());
        return groupNames.isEmpty() ? claims : claims.claim("cognito:groups", groupNames);
    }

    private String sign(JWTClaimsSet claims, TokenUse use) {
        RSAKey key = keys.active(use);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("key " + key.getKeyID() + " cannot sign", e);
        }
        return token.serialize();
    }

    /** How long the longest-lived signed token may be presented. */
    static Duration longestLifetime(CognitoSettings settings) {
        return settings.accessTokenLifetime().compareTo(settings.idTokenLifetime()) > 0
                ? settings.accessTokenLifetime()
                : settings.idTokenLifetime();
    }
}
