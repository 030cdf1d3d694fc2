package dev.medley.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTests {

    private static final byte[] TEXT = "a token".getBytes(StandardCharsets.UTF_8);

    private final SecretKeys keys =
            SecretKeys.of("test.secret", Base64.getEncoder().encodeToString(new byte[32]));
    private final Sealer sealer = keys.sealerFor("tokens");

    @Test
    void opensInItsContextOnly() {
        byte[] sealed = sealer.seal(TEXT, "gopro");

        assertThat(sealer.open(sealed, "gopro")).isEqualTo(TEXT);
        assertThatThrownBy(() -> sealer.open(sealed, "webdav")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> keys.sealerFor("pages").open(sealed, "gopro"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neitherOpensWhatWasChangedNorRepeatsItself() {
        byte[] sealed = sealer.seal(TEXT, "gopro");
        assertThat(sealer.seal(TEXT, "gopro")).isNotEqualTo(sealed);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> sealer.open(changed, "gopro")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> sealer.open(new byte[12], "gopro")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "c2hvcnQ=", "no Base64 !"})
    void refusesAWeakSecretWithoutQuotingIt(String secret) {
        assertThatThrownBy(() -> SecretKeys.of("test.secret", secret))
                .hasMessage("test.secret must be Base64 of at least 32 random bytes");
    }
}
