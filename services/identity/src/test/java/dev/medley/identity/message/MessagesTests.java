package dev.medley.identity.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTests {

    private final Messages messages = new Messages();

    static Stream<Arguments> wordings() {
        return Messages.LANGUAGES.stream()
                .flatMap(language -> Stream.of(Template.values()).map(template -> Arguments.of(language, template)));
    }

    @ParameterizedTest
    @MethodSource("wordings")
    void everyMailHasItsCodeAndReadsWellAsText(String language, Template template) {
        Message message = messages.of(template, language, "{####}", "{username}");

        assertThat(message.subject()).isNotBlank().doesNotContain("<", "{", "\n");
        assertThat(message.html()).containsOnlyOnce("{####}").startsWith("<p>").endsWith("</p>\n");
        assertThat(message.text()).contains("{####}").doesNotContain("<", ">", "&");
        assertThat(message.html().contains("{username}")).isEqualTo(template == Template.INVITATION);
        // A code is found in a mail by its six digits.
        assertThat(message.html()).doesNotContainPattern("\\d");
    }

    @Test
    void noTwoLanguagesSayTheSame() {
        for (Template template : Template.values()) {
            Map<String, List<String>> bySubject = Messages.LANGUAGES.stream()
                    .collect(Collectors.groupingBy(language ->
                            messages.of(template, language, "1", "x").subject()));
            assertThat(bySubject).hasSameSizeAs(Messages.LANGUAGES);
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            de,      Ihr Code zur Anmeldung
            de-AT,   Ihr Code zur Anmeldung
            de_CH,   Ihr Code zur Anmeldung
            DE,      Ihr Code zur Anmeldung
            fr,      Votre code de connexion
            es-419,  Su código para iniciar sesión
            en-GB,   Your code to sign in
            pt,      Your code to sign in
            '',      Your code to sign in
            ?!,      Your code to sign in
            ,        Your code to sign in
            """)
    void theLanguageIsTheUsersOrEnglish(@Nullable String locale, String subject) {
        assertThat(messages.of(Template.LOGIN_CODE, locale, "1", "x").subject()).isEqualTo(subject);
    }
}
