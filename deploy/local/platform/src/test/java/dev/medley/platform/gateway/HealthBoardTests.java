package dev.medley.platform.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class HealthBoardTests {

    @Test
    void whatDoesNotAnswerInTimeIsDown() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        HealthBoard board = new HealthBoard(
                List.of(new Component("slow", "hangs", "here", never::await), new Component("quick", "", "", () -> {})),
                Duration.ofMillis(300));

        assertThat(board.check())
                .extracting(HealthBoard.Health::name, HealthBoard.Health::up, HealthBoard.Health::problem)
                .containsExactly(tuple("slow", false, "no answer in time"), tuple("quick", true, null));
    }
}
