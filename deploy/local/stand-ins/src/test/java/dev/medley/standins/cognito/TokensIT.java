package dev.medley.standins.cognito;

import static dev.medley.standins.cognito.Refusals.assertRefusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

@ExtendWith(PoolExtension.class)
class TokensIT {

    private final PoolFixture pool;

    TokensIT(PoolFixture pool) {
        this.pool = pool;
    }

    @Test
    void theAccessTokenHasTheClaimsOfCognito() throws Exception {
        String email = pool.newEmail();
        String sub = pool.signUp(email).userSub();
        pool.confirm(email, pool.mailbox().newestSecret(email));

        AuthenticationResultType result = pool.signIn(email);
        JWTClaimsSet claims = verify(result.accessToken());

        assertThat(result.tokenType()).isEqualTo("Bearer");
        assertThat(result.expiresIn()).isEqualTo(900);
        assertThat(SignedJWT.parse(result.accessToken()).getHeader().toJSONObject())
                .containsOnlyKeys("alg", "kid");
        assertThat(claims.getClaims().keySet())
                .containsExactlyInAnyOrder(
                        "sub",
                        "iss",
                        "client_id",
                        "origin_jti",
                        "event_id",
                        "token_use",
                        "scope",
                        "auth_time",
                        "exp",
                        "iat",
                        "jti",
                        "username",
                        "version");
        assertThat(claims.getSubject()).isEqualTo(sub).isEqualTo(claims.getStringClaim("username"));
        assertThat(claims.getIssuer()).isEqualTo(pool.standIn().issuer().toString());
        assertThat(claims.getStringClaim("client_id")).isEqualTo(pool.standIn().publicClientId());
        assertThat(claims.getStringClaim("token_use")).isEqualTo("access");
        assertThat(claims.getStringClaim("scope")).isEqualTo("aws.cognito.signin.user.admin");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void theIdTokenDescribesTheUserToTheClient() throws Exception {
        String email = pool.confirmedUser();

        AuthenticationResultType result = pool.signIn(email);
        JWTClaimsSet claims = verify(result.idToken());

        assertThat(claims.getAudience()).containsExactly(pool.standIn().publicClientId());
        assertThat(claims.getStringClaim("token_use")).isEqualTo("id");
        assertThat(claims.getStringClaim("cognito:username")).isEqualTo(claims.getSubject());
        assertThat(claims.getStringClaim("email")).isEqualTo(email);
        assertThat(claims.getBooleanClaim("email_verified")).isTrue();
        assertThat(SignedJWT.parse(result.idToken()).getHeader().getKeyID())
                .isNotEqualTo(SignedJWT.parse(result.accessToken()).getHeader().getKeyID());
    }

    @Test
    void groupsAreListedByPrecedence() throws Exception {
        String email = pool.confirmedUser();
        createGroup("minor", 20);
        createGroup("major", 10);
        for (String group : List.of("minor", "major")) {
            pool.client()
                    .adminAddUserToGroup(
                            request -> request.userPoolId(pool.standIn().userPoolId())
                                    .username(email)
                                    .groupName(group));
        }

        AuthenticationResultType result = pool.signIn(email);

        assertThat(verify(result.accessToken()).getStringListClaim("cognito:groups"))
                .containsExactly("major", "minor");
        assertThat(verify(result.idToken()).getStringListClaim("cognito:groups"))
                .containsExactly("major", "minor");
    }

    @Test
    void aRefreshKeepsTheSessionAndGivesNoNewRefreshToken() throws Exception {
        AuthenticationResultType first = pool.signIn(pool.confirmedUser());
        pool.clock().advance(Duration.ofMinutes(10));

        AuthenticationResultType second = pool.refresh(first.refreshToken());

        JWTClaimsSet before = verify(first.accessToken());
        JWTClaimsSet after = verify(second.accessToken());
        assertThat(second.refreshToken()).isNull();
        assertThat(after.getStringClaim("origin_jti")).isEqualTo(before.getStringClaim("origin_jti"));
        assertThat(after.getLongClaim("auth_time")).isEqualTo(before.getLongClaim("auth_time"));
        assertThat(after.getJWTID()).isNotEqualTo(before.getJWTID());
        assertThat(after.getIssueTime()).isAfter(before.getIssueTime());
    }

    @Test
    void rotatedKeysSignNewTokensWhileOldTokensStillVerify() throws Exception {
        String email = pool.confirmedUser();
        String before = pool.signIn(email).accessToken();

        pool.standIn().rotateKeys();
        String after = pool.signIn(email).accessToken();

        assertThat(SignedJWT.parse(after).getHeader().getKeyID())
                .isNotEqualTo(SignedJWT.parse(before).getHeader().getKeyID());
        assertThat(verify(before).getSubject()).isEqualTo(verify(after).getSubject());
        assertThat(self(before)).isEqualTo(self(after));

        pool.clock().advance(Duration.ofMinutes(15).plusSeconds(1));
        assertThatExceptionOfType(BadJOSEException.class)
                .as("retired keys leave the key set with the last token")
                .isThrownBy(() -> verify(before));
    }

    @Test
    void getUserTakesOnlyItsOwnLiveAccessTokens(DataSource elsewhere) {
        AuthenticationResultType result = pool.signIn(pool.confirmedUser());
        String foreign;
        try (PoolFixture other = PoolFixture.on(elsewhere)) {
            foreign = other.signIn(other.confirmedUser()).accessToken();
        }
        String forged = result.accessToken().substring(0, result.accessToken().length() - 8) + "AAAAAAAA";

        for (String token : List.of(result.idToken(), foreign, forged, "no.token", "x")) {
            assertRefusal(NotAuthorizedException.class, "Invalid Access Token", () -> self(token));
        }
        pool.clock().advance(Duration.ofMinutes(15));
        assertRefusal(NotAuthorizedException.class, "Access Token has expired", () -> self(result.accessToken()));
    }

    private String self(String accessToken) {
        return pool.client()
                .getUser(request -> request.accessToken(accessToken))
                .username();
    }

    private void createGroup(String name, int precedence) {
        pool.client()
                .createGroup(request -> request.userPoolId(pool.standIn().userPoolId())
                        .groupName(name)
                        .precedence(precedence));
    }

    /** Signature by the served key set; the time claims are the stand-in's clock's business. */
    private JWTClaimsSet verify(String token) throws Exception {
        JWKSet served = JWKSet.load(
                URI.create(pool.standIn().issuer() + "/.well-known/jwks.json").toURL());
        assertThat(served.getKeys()).noneMatch(key -> key.isPrivate());
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(Set.of(JWSAlgorithm.RS256), new ImmutableJWKSet<>(served)));
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        return processor.process(token, null);
    }
}
