package dev.medley.mediasync;

import dev.medley.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void theRulesOfEveryServiceHold() {
        ArchitectureRules.check("mediasync");
    }
}
