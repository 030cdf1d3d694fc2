package dev.medley.images.settings;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatermarkRequestTests {

    @ParameterizedTest
    @ValueSource(strings = {"© Ann {date}", " x", "x ", "a", "\u00A0"})
    void aTextOfOneLineIsTaken(String text) {
        assertThat(isValid(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "line\n", "\nline", "\t"})
    void blankTextAndControlCharactersAreRefused(String text) {
        assertThat(isValid(text)).isFalse();
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aLongTextIsRefusedInTimeThatGrowsWithItsLengthAlone() {
        assertThat(isValid("a".repeat(500_000) + "\n")).isFalse();
        assertThat(isValid(" ".repeat(500_000))).isFalse();
    }

    private static boolean isValid(String text) {
        try (ValidatorFactory factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            return validator
                    .validate(new WatermarkRequest(null, null, text, null, null, null, null, null, null))
                    .isEmpty();
        }
    }
}
