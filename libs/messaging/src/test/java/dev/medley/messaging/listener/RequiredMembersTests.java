package dev.medley.messaging.listener;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RequiredMembersTests {

    private final JsonMapper json = new JsonMapper();

    @Test
    void acceptsWhatIsCompleteAndWhatMayBeAbsent() {
        assertThat(firstMissing("{'name':'a','parts':[{'size':1,'label':'x'}]}"))
                .isNull();
    }

    @Test
    void namesTheMemberThatIsAbsent() {
        assertThat(firstMissing("{'parts':[]}")).isEqualTo("name");
        assertThat(firstMissing("{'name':null,'parts':[]}")).isEqualTo("name");
        assertThat(firstMissing("{'name':'a'}")).isEqualTo("parts");
        assertThat(firstMissing("{'name':'a','parts':[{'size':1,'label':'x'},{'size':1}]}"))
                .isEqualTo("parts[].label");
        assertThat(firstMissing("{'name':'a','parts':[null]}")).isEqualTo("parts[]");
    }

    @Test
    void looksIntoListsThatHoldNoRecords() {
        assertThat(RequiredMembers.firstMissing(new Tags(Arrays.asList("a", "b"))))
                .isEmpty();
    }

    private @Nullable String firstMissing(String text) {
        return RequiredMembers.firstMissing(json.readValue(text.replace('\'', '"'), Whole.class))
                .orElse(null);
    }

    record Whole(String name, List<Part> parts, @Nullable String remark) {}

    record Part(int size, String label) {}

    record Tags(List<String> values) {}
}
