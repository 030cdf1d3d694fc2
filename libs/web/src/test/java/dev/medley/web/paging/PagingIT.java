package dev.medley.web.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.sample.SampleServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PagingIT extends SampleServiceTest {

    @Test
    void visitsEveryItemOnce() throws Exception {
        List<Integer> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = body(send(signedIn("/things?limit=10&cursor=" + next)));
            page.path("items").values().forEach(item -> seen.add(item.asInt()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());

        assertThat(seen)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 25).boxed().toList());
    }

    @Test
    void refusesACursorUnderAnotherFilter() throws Exception {
        String next = body(send(signedIn("/things?colour=RED"))).path("next").asString();

        problem(send(signedIn("/things?colour=GREEN&cursor=" + next)), 400, "invalid-cursor");
        assertThat(send(signedIn("/things?colour=RED&cursor=" + next)).statusCode())
                .isEqualTo(200);
    }
}
