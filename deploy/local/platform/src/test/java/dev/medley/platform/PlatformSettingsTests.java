package dev.medley.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformSettingsTests {

    private static final Path ROOT = Path.of("/a repository");

    @Test
    void theDataLiesInTheRepositoryUnlessAnotherFolderIsNamed() {
        assertThat(PlatformSettings.of(ROOT, Map.of()).home()).isEqualTo(ROOT.resolve(".medley"));
        assertThat(PlatformSettings.of(ROOT, Map.of("MEDLEY_HOME", "/elsewhere"))
                        .home())
                .isEqualTo(Path.of("/elsewhere"));
    }

    @Test
    void everyPortHasAVariable() {
        PlatformSettings settings = PlatformSettings.of(ROOT, Map.of("MEDLEY_PORT", "9000", "MEDLEY_SQS_PORT", ""));

        assertThat(settings.port(PlatformPort.GATEWAY)).isEqualTo(9000);
        assertThat(settings.port(PlatformPort.QUEUES)).isEqualTo(9324);
        assertThat(settings.browserOrigins()).containsExactly("http://localhost:9000", "http://127.0.0.1:9000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "80 80"})
    void whatIsNoPortIsRefusedWithTheVariablesName(String value) {
        assertThatThrownBy(() -> PlatformSettings.of(ROOT, Map.of("MEDLEY_S3_PORT", value)))
                .isInstanceOf(PlatformRefusal.class)
                .hasMessage("MEDLEY_S3_PORT is \"%s\"; it must be a port from 1 to 65535.", value);
    }
}
