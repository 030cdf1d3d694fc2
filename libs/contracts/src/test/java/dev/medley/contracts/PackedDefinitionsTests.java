package dev.medley.contracts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PackedDefinitionsTests {

    @Test
    void aKeyThatTheTypeDoesNotKnowIsAnError() {
        assertThatThrownBy(() -> PackedDefinitions.load("/definitions/misspelt.yaml", Schedules.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/definitions/misspelt.yaml")
                .hasMessageContaining("corn");
    }

    @Test
    void whatTheTypeRefusesIsAnErrorThatNamesTheFile() {
        assertThatThrownBy(() -> PackedDefinitions.load("/definitions/twice.yaml", Queues.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("/definitions/twice.yaml")
                .hasMessageContaining("queue work is defined twice");
    }

    @Test
    void aFileThatIsNotPackedIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> PackedDefinitions.load("/definitions/absent.yaml", Queues.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("/definitions/absent.yaml is not on the class path");
    }
}
