package dev.medley.web.etag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTests {

    @Test
    void aTagIsStrongAndQuoted() {
        assertThat(ETags.of(42)).isEqualTo("\"42\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "*", "\"6\", \"7\"", "\"7\",\"8\"", " \"7\" ", "W/\"7\", \"7\""})
    void theCurrentVersionPasses(String ifMatch) {
        assertThatCode(() -> ETags.requireMatch(ifMatch, 7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "W/\"7\"", "\"77\"", "\"\"", "\"6\", \"8\""})
    void anyOtherVersionFails(String ifMatch) {
        assertThat(refusal(ifMatch)).isEqualTo(ProblemCode.PRECONDITION_FAILED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void aChangeNeedsThePrecondition(@Nullable String ifMatch) {
        assertThat(refusal(ifMatch)).isEqualTo(ProblemCode.PRECONDITION_REQUIRED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"7", "\"7\" \"8\"", "\"6\", 7", "w/\"7\""})
    void whatIsNotATagIsRefused(String ifMatch) {
        assertThat(refusal(ifMatch)).isEqualTo(ProblemCode.INVALID_REQUEST);
    }

    private static ProblemCode refusal(@Nullable String ifMatch) {
        return catchThrowableOfType(ProblemException.class, () -> ETags.requireMatch(ifMatch, 7))
                .code();
    }
}
