package dev.medley.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import dev.medley.sample.UserPool;
import org.junit.jupiter.api.Test;

class UserPoolKeysIT {

    private final UserPool pool = new UserPool();
    private final UserPoolKeys keys = new UserPoolKeys(pool.jwksUri());

    @Test
    void fetchesTheKeysOnce() throws KeySourceException {
        assertThat(keys.get(keyNamed("pool-key-1"), null)).hasSize(1);
        assertThat(keys.get(keyNamed("pool-key-1"), null)).hasSize(1);

        assertThat(pool.fetches()).isEqualTo(1);
    }

    @Test
    void asksAgainForAnUnknownKeyButNotForEveryOne() throws KeySourceException {
        keys.get(keyNamed("pool-key-1"), null);

        for (int attempt = 0; attempt < 20; attempt++) {
            assertThat(keys.get(keyNamed("unknown-" + attempt), null)).isEmpty();
        }

        assertThat(pool.fetches()).isBetween(2, 3);
    }

    @Test
    void keepsTheKnownKeysThroughAnOutage() throws KeySourceException {
        keys.get(keyNamed("pool-key-1"), null);
        pool.setDown(true);

        // An unknown key forces the fetch that fails.
        assertThat(keys.get(keyNamed("unknown"), null)).isEmpty();

        assertThat(pool.fetches()).isGreaterThan(1);
        assertThat(keys.get(keyNamed("pool-key-1"), null)).hasSize(1);
    }

    @Test
    void cannotJudgeATokenBeforeTheFirstFetch() {
        pool.setDown(true);

        for (int attempt = 0; attempt < 5; attempt++) {
            assertThatExceptionOfType(KeySourceException.class)
                    .isThrownBy(() -> keys.get(keyNamed("pool-key-1"), null));
        }
    }

    private static JWKSelector keyNamed(String id) {
        return new JWKSelector(new JWKMatcher.Builder().keyID(id).build());
    }
}
