package dev.medley.images.engine;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.medley.images.engine.turbo.TurboImageEngine;
import org.junit.jupiter.api.BeforeAll;

/** Everything that the other engine does, without the other engine. */
class TurboImageEngineTests extends ImageEngineContract {

    TurboImageEngineTests() {
        super(TurboImageEngine.over(new JvmImageEngine()).orElseGet(JvmImageEngine::new));
    }

    @BeforeAll
    static void needsTheLibrary() {
        assumeTrue(
                TurboImageEngine.over(new JvmImageEngine()).isPresent(),
                "SKIPPED: this machine has no libjpeg-turbo (Debian: libturbojpeg0)");
    }
}
