package dev.medley.standins.cognito;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** RSA-2048 keys: one active per kind of token, and retired ones for as long as a token signed with them may live. */
final class SigningKeys {

    private static final int BITS = 2048;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final InstantSource clock;
    private final Duration longestTokenLifetime;

    SigningKeys(JdbcClient jdbc, Secrets secrets, InstantSource clock, Duration longestTokenLifetime) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
        this.longestTokenLifetime = longestTokenLifetime;
    }

    /** Generates the first pair unless there is one. */
    void ensure() {
        boolean none = jdbc.sql("select count(*) from cognito.signing_key")
                        .query(Long.class)
                        .single()
                == 0;
        if (none) {
            rotate();
        }
    }

    /** Retires the active keys and generates new ones. To be run in a transaction. */
    void rotate() {
        var now = Database.timestamp(clock.instant());
        jdbc.sql("delete from cognito.signing_key where retired_at < ?")
                .param(now.minus(longestTokenLifetime))
                .update();
        jdbc.sql("update cognito.signing_key set retired_at = ? where retired_at is null")
                .param(now)
                .update();
        for (TokenUse use : TokenUse.values()) {
            RSAKey key = generate();
            jdbc.sql("insert into cognito.signing_key (kid, token_use, jwk, created_at) values (?, ?, ?::jsonb, ?)")
                    .params(key.getKeyID(), use.claim(), key.toJSONString(), now)
                    .update();
        }
    }

    RSAKey active(TokenUse use) {
        return jdbc.sql("select jwk from cognito.signing_key where token_use = ? and retired_at is null")
                .param(use.claim())
                .query(SigningKeys::read)
                .single();
    }

    /** A key that verifies tokens of this kind, retired or not. */
    Optional<RSAKey> find(TokenUse use, String kid) {
        return jdbc.sql("select jwk from cognito.signing_key where token_use = ? and kid = ?")
                .params(use.claim(), kid)
                .query(SigningKeys::read)
                .optional();
    }

    /** The public halves. */
    JWKSet published() {
        List<JWK> keys = jdbc
                .sql("""
                        select jwk from cognito.signing_key where retired_at is null or retired_at >= ?
                        order by created_at desc, token_use
                        """)
                .param(Database.timestamp(clock.instant().minus(longestTokenLifetime)))
                .query(SigningKeys::read)
                .stream()
                .map(JWK::toPublicJWK)
                .toList();
        return new JWKSet(keys);
    }

    private RSAKey generate() {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(secrets.token())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java platform cannot generate RSA keys", e);
        }
    }

    private static RSAKey read(ResultSet row, int number) throws SQLException {
        try {
            return RSAKey.parse(row.getString("jwk"));
        } catch (ParseException e) {
            throw new SQLException("signing_key.jwk is not an RSA key", e);
        }
    }
}
