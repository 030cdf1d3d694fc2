package dev.medley.standins.cognito;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CognitoSettingsTests {

    @Test
    void lifetimesThatCognitoWouldRefuseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withAccessTokens(Duration.ofMinutes(5).minusNanos(1)))
                .withMessageContaining("accessTokenLifetime");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withAccessTokens(Duration.ofDays(1).plusNanos(1)));
        assertThatNoException().isThrownBy(() -> withAccessTokens(Duration.ofMinutes(5)));
    }

    private static CognitoSettings withAccessTokens(Duration lifetime) {
        CognitoSettings defaults = CognitoSettings.defaults();
        return new CognitoSettings(
                0, defaults.region(), lifetime, defaults.idTokenLifetime(), defaults.refreshTokenLifetime());
    }
}
