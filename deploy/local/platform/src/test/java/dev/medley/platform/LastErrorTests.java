package dev.medley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastErrorTests {

    @TempDir
    private Path folder;

    @Test
    void theLastErrorCountsWithTheRootOfItsCauses() throws IOException {
        assertThat(reasonIn("""
                {"log":{"level":"INFO"},"message":"starting"}
                {"log":{"level":"ERROR"},"message":"Application run failed","error":{"stack_trace":"a.B: outer\\n\\tat x\\nCaused by: c.D: connection refused\\n\\tat y\\n\\t... 3 more\\n"}}
                {"log":{"level":"INFO"},"message":"stopping"}
                """)).isEqualTo("Application run failed: c.D: connection refused");
    }

    @Test
    void aFailureReportIsToldInOneLine() throws IOException {
        assertThat(reasonIn("""
                {"log":{"level":"ERROR"},"message":"\\n\\n***\\nAPPLICATION FAILED TO START\\n***\\n\\nDescription:\\n\\nPort 8101 was\\nalready in use."}
                """)).isEqualTo("Port 8101 was already in use.");
    }

    @Test
    void whatTheJvmItselfPrintsIsFoundToo() throws IOException {
        assertThat(reasonIn("Error: Unable to access jarfile x.jar\n"))
                .isEqualTo("Error: Unable to access jarfile x.jar");
    }

    @Test
    void withoutAnErrorTheLastLineHasToDo() throws IOException {
        assertThat(reasonIn("one\ntwo\n\n")).isEqualTo("two");
        assertThat(reasonIn("")).isEqualTo("it wrote nothing");
    }

    @Test
    void theReasonStaysALine() throws IOException {
        assertThat(reasonIn("x".repeat(5000))).hasSize(301).endsWith("…");
    }

    private String reasonIn(String content) throws IOException {
        return LastError.of(Files.writeString(folder.resolve("service.log"), content));
    }
}
