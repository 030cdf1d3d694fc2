package dev.medley.standins.cognito;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTests {

    @ParameterizedTest
    @ValueSource(strings = {"Aa1!aaaa", "Aa1 aaaa", "Aa1~aaaa", "Äpfel-Und-Birnen-1"})
    void aStrongPasswordIsAccepted(String password) {
        assertThatNoException().isThrownBy(() -> PasswordPolicy.STRICT.check(password));
    }

    @Test
    void ninetyNineCharactersAreTheMost() {
        String longest = "Aa1!" + "a".repeat(95);

        assertThatNoException().isThrownBy(() -> PasswordPolicy.STRICT.check(longest));
        assertThatExceptionOfType(CognitoError.class)
                .isThrownBy(() -> PasswordPolicy.STRICT.check(longest + "a"))
                .withMessage("Password did not conform with policy: Password too long");
    }

    @ParameterizedTest
    @ValueSource(strings = {" Aa1aaaaa", "Aa1aaaaa "})
    void aSpaceAtTheEdgeIsNoSymbol(String password) {
        assertThatExceptionOfType(CognitoError.class).isThrownBy(() -> PasswordPolicy.STRICT.check(password));
    }

    @Test
    void generatedPasswordsConform() {
        Secrets secrets = new Secrets();
        for (int i = 0; i < 100; i++) {
            PasswordPolicy.STRICT.check(secrets.temporaryPassword());
        }
    }
}
