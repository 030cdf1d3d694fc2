package dev.medley.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerClockTests {

    private static final Duration STEP = Duration.ofMillis(500);

    private long now = -17;
    private final List<Duration> pauses = new ArrayList<>();
    private final AnswerClock clock = new AnswerClock(() -> now, pauses::add);

    @ParameterizedTest
    @CsvSource({"0, 500", "1, 499", "130, 370", "499, 1", "500, 500", "620, 380", "1999, 1"})
    void anAnswerComesAtAMultipleOfTheStepWhateverTheWorkTook(long took, long pause) {
        String answer = clock.hold(STEP, () -> work(took), _ -> false);

        assertThat(answer).isEqualTo("answer");
        assertThat(pauses).containsExactly(Duration.ofMillis(pause));
        assertThat((took + pause) % 500).isZero();
    }

    @Test
    void aRefusalIsHeldBackLikeAnAnswer() {
        assertThatThrownBy(() -> clock.<String>hold(
                        STEP,
                        () -> {
                            work(130);
                            throw new IllegalStateException("refused");
                        },
                        _ -> true))
                .hasMessage("refused");

        assertThat(pauses).containsExactly(Duration.ofMillis(370));
    }

    @Test
    void whatHidesNothingIsAnsweredAtOnce() {
        assertThat(clock.hold(STEP, () -> work(130), "answer"::equals)).isEqualTo("answer");

        assertThat(pauses).isEmpty();
    }

    @Test
    void aServerThatStopsAnswersEarly() {
        AnswerClock stopping = new AnswerClock(() -> now, _ -> {
            throw new InterruptedException();
        });

        assertThat(stopping.hold(STEP, () -> work(1), _ -> false)).isEqualTo("answer");
        assertThat(Thread.interrupted()).isTrue();
    }

    private String work(long millis) {
        now += Duration.ofMillis(millis).toNanos();
        return "answer";
    }
}
