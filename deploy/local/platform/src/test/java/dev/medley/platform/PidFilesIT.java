package dev.medley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFilesIT {

    @TempDir
    private Path folder;

    private PidFiles pids;
    private Process process;

    @BeforeEach
    void start() throws Exception {
        pids = new PidFiles(folder);
        process = new ProcessBuilder("sleep", "61.25").start();
    }

    @AfterEach
    void stop() {
        process.destroyForcibly();
    }

    @Test
    void whatAKilledPlatformLeftBehindIsEnded() throws Exception {
        pids.write("images", process.pid(), "61.25");

        assertThat(pids.endLeftovers()).isEqualTo(1);

        assertThat(process.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anotherProgramThatGotTheSameIdIsLeftAlone() {
        pids.write("images", process.pid(), "/services/images/target/images.jar");

        assertThat(pids.endLeftovers()).isZero();

        assertThat(process.isAlive()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileThatWasNotWrittenToTheEndIsNoObstacle() throws Exception {
        Files.writeString(folder.resolve("images.pid"), "");
        Files.writeString(folder.resolve("identity.pid"), process.pid() + "\n");

        assertThat(pids.endLeftovers()).isZero();

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void whatEndedByItselfIsForgotten() {
        pids.write("images", process.pid(), "61.25");
        pids.delete("images");

        assertThat(pids.endLeftovers()).isZero();
        assertThat(process.isAlive()).isTrue();
    }
}
