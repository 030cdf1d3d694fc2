package dev.medley.standins.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeDeliveryDetailsTests {

    @ParameterizedTest
    @CsvSource({"fan@example.com, f***@e***", "a@b.c, a***@b***", "\"a@b\"@c.d, \"***@c***", "fan, f***", "@, ***@***"})
    void onlyFirstLettersAreShown(String email, String masked) {
        assertThat(CodeDeliveryDetails.mask(email)).isEqualTo(masked);
    }
}
