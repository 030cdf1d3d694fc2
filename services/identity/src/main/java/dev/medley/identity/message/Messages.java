package dev.medley.identity.message;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The wordings of all mails in all languages, from {@code mail/<language>.properties}. */
@Component
public class Messages {

    static final List<String> LANGUAGES = List.of("en", "de", "fr", "es");

    private static final String FALLBACK = "en";

    private final Map<String, Properties> wordings;

    Messages() {
        this.wordings = LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Messages::load));
    }

    /**
     * A mail's words.
     *
     * @param locale of the user, {@code de}, {@code de-AT} or {@code de_AT}; absent or unknown means English
     * @param code what stands for the code or temporary password, or itself; HTML
     * @param username what stands for the user's name; HTML
     */
    public Message of(Template template, @Nullable String locale, String code, String username) {
        Properties wording = wordings.get(languageOf(locale));
        if (wording == null) {
            throw new IllegalStateException("no mails in " + FALLBACK);
        }
        String body = required(wording, template.key() + ".body");
        return new Message(
                required(wording, template.key() + ".subject"),
                body.replace("{code}", code).replace("{username}", username));
    }

    private String languageOf(@Nullable String locale) {
        if (locale == null) {
            return FALLBACK;
        }
        String language = Locale.forLanguageTag(locale.replace('_', '-')).getLanguage();
        return wordings.containsKey(language) ? language : FALLBACK;
    }

    private static String required(Properties wording, String key) {
        String text = wording.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("mails lack " + key);
        }
        return text;
    }

    private static Properties load(String language) {
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(
                new ClassPathResource("mail/" + language + ".properties").getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
