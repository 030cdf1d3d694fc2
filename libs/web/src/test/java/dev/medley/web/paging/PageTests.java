package dev.medley.web.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTests {

    private final PageLimit two = PageLimit.of(2);

    @Test
    void aFullPageWithARowLeftHasANextOne() {
        Page<String> page = Page.of(List.of("a", "b", "c"), two, last -> "after-" + last);

        assertThat(page).isEqualTo(new Page<>(List.of("a", "b"), "after-b"));
    }

    @Test
    void aFullPageWithoutARowLeftIsTheLast() {
        assertThat(Page.of(List.of("a", "b"), two, last -> "after-" + last).next())
                .isNull();
    }

    @Test
    void convertsItsItems() {
        assertThat(new Page<>(List.of(1, 2), "next").map(Object::toString))
                .isEqualTo(new Page<>(List.of("1", "2"), "next"));
    }

    @Test
    void readsOneRowMoreThanItShows() {
        assertThat(PageLimit.of(null)).isEqualTo(new PageLimit(20));
        assertThat(PageLimit.of(100).rowsToRead()).isEqualTo(101);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101})
    void refusesALimitOutOfRange(int limit) {
        assertThat(catchThrowableOfType(ProblemException.class, () -> PageLimit.of(limit))
                        .code())
                .isEqualTo(ProblemCode.INVALID_REQUEST);
    }
}
