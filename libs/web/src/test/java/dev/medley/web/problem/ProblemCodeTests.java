package dev.medley.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemCodeTests {

    @ParameterizedTest
    @EnumSource
    void everyCodeIsKebabCaseAndAnError(ProblemCode code) {
        assertThat(code.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(code.status()).isBetween(400, 599);
        assertThat(code.title()).isNotBlank().doesNotEndWith(".");
    }

    @ParameterizedTest
    @CsvSource({
        "400,INVALID_REQUEST",
        "401,UNAUTHENTICATED",
        "409,CONFLICT",
        "413,PAYLOAD_TOO_LARGE",
        "429,RATE_LIMITED",
        "503,SERVICE_UNAVAILABLE",
        "418,INVALID_REQUEST",
        "505,INTERNAL_ERROR"
    })
    void aStatusHasOneGeneralCode(int status, ProblemCode code) {
        assertThat(ProblemCode.ofStatus(status)).isEqualTo(code);
    }

    @Test
    void theLongestWordsStayOneCode() {
        assertThat(ProblemCode.IDENTITY_PROVIDER_UNAVAILABLE.code()).isEqualTo("identity-provider-unavailable");
    }
}
