package dev.medley.standins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartedPartsTests {

    private final List<String> stopped = new ArrayList<>();

    @Test
    void everyPartIsStoppedAlthoughOthersFail() {
        IOException lastStarted = new IOException("last started");
        IOException firstStarted = new IOException("first started");
        StartedParts parts = new StartedParts();
        parts.add(() -> {
            throw firstStarted;
        });
        parts.add(() -> stopped.add("between"));
        parts.add(() -> {
            throw lastStarted;
        });

        Throwable failure = catchThrowable(parts::close);

        assertThat(stopped).containsExactly("between");
        assertThat(failure).isInstanceOf(IllegalStateException.class).hasCause(lastStarted);
        assertThat(failure.getSuppressed())
                .singleElement()
                .extracting(Throwable::getCause)
                .isSameAs(firstStarted);
    }

    @Test
    void partsAreStoppedOnceAndInReverse() {
        StartedParts parts = new StartedParts();
        parts.add(() -> stopped.add("first"));
        parts.add(() -> stopped.add("second"));

        parts.close();
        parts.close();

        assertThat(stopped).containsExactly("second", "first");
    }
}
