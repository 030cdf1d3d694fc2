package dev.medley.web.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class IdempotencyKeyTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {"abc-123,abc-123", "\"abc-123\",abc-123", "\"a b\",a b", "\"a\\\"b\\\\\",a\"b\\", " abc ,abc"})
    void acceptsTheQuotedAndTheBareForm(String header, String key) {
        assertThat(read(header)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"open", "a b", "a\"b", "\"a\\b\"", "schlüssel"})
    void refusesAnyOtherForm(String header) {
        assertThat(catchThrowableOfType(ProblemException.class, () -> read(header))
                        .code())
                .isEqualTo(ProblemCode.INVALID_REQUEST);
    }

    @Test
    void takesUpTo255Characters() {
        assertThat(read("x".repeat(255))).hasSize(255);
        assertThat(catchThrowableOfType(ProblemException.class, () -> read("x".repeat(256)))
                        .code())
                .isEqualTo(ProblemCode.INVALID_REQUEST);
    }

    @Test
    void refusesTwoKeys() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Idempotency-Key", "one");
        request.addHeader("Idempotency-Key", "two");

        assertThat(catchThrowableOfType(ProblemException.class, () -> IdempotencyKey.of(request, false))
                        .code())
                .isEqualTo(ProblemCode.INVALID_REQUEST);
    }

    @Test
    void isMissedOnlyWhereRequired() {
        MockHttpServletRequest request = new MockHttpServletRequest();

        assertThat(IdempotencyKey.of(request, false)).isNull();
        assertThat(catchThrowableOfType(ProblemException.class, () -> IdempotencyKey.of(request, true))
                        .code())
                .isEqualTo(ProblemCode.INVALID_REQUEST);
    }

    private static @Nullable String read(String header) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Idempotency-Key", header);
        return IdempotencyKey.of(request, true);
    }
}
