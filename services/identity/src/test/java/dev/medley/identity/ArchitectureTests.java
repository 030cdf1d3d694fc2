package dev.medley.identity;

import dev.medley.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void theRulesOfEveryServiceHold() {
        ArchitectureRules.check("identity");
    }
}
