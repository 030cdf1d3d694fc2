package dev.medley.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTests {

    @Test
    void findsAMemberOfTheOutermostObjectOnly() {
        String event = """
                {"request": {"clientMetadata": {"triggerSource": "PostConfirmation_ConfirmSignUp"}},
                 "callerContext": [{"triggerSource": "CustomMessage_SignUp"}], "triggerSource": "PreSignUp_SignUp"}
                """;

        assertThat(JsonText.member(event, "triggerSource")).isEqualTo("PreSignUp_SignUp");
    }

    @Test
    void readsEscapes() {
        assertThat(JsonText.member("{\"error\":\"Stra\\u00dfe \\\"7\\\"\"}", "error"))
                .isEqualTo("Straße \"7\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "[]", "\"error\"", "{}", "{\"error\": 7}", "{\"other\": \"x\"", "<html>"})
    void findsNothingInAnythingElse(String text) {
        assertThat(JsonText.member(text, "error")).isNull();
    }
}
