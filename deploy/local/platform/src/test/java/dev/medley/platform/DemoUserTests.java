package dev.medley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.standins.InstallationSecrets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoUserTests {

    @TempDir
    private Path home;

    @Test
    void thePasswordIsTheInstallationsOwnAndStays() {
        DemoUser user = DemoUser.of(new InstallationSecrets(home));

        assertThat(DemoUser.of(new InstallationSecrets(home))).isEqualTo(user);
        assertThat(DemoUser.of(new InstallationSecrets(null)).password()).isNotEqualTo(user.password());
        // Safe to paste into a shell or a JSON document as it is.
        assertThat(user.password()).matches("[A-Za-z0-9_-]{24}");
        assertThat(user).asString().doesNotContain(user.password());
    }
}
