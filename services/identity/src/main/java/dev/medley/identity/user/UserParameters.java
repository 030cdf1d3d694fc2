package dev.medley.identity.user;

import dev.medley.identity.profile.SubscriptionStatus;
import dev.medley.identity.profile.UserStatus;
import java.util.Locale;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Reads the words of query parameters, in any case. */
@Configuration(proxyBeanMethods = false)
class UserParameters implements WebMvcConfigurer {

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, UserStatus.class, word -> UserStatus.valueOf(constant(word)));
        registry.addConverter(
                String.class, SubscriptionStatus.class, word -> SubscriptionStatus.valueOf(constant(word)));
        registry.addConverter(String.class, EmailType.class, word -> EmailType.valueOf(constant(word)));
    }

    private static String constant(String word) {
        return word.strip().toUpperCase(Locale.ROOT);
    }
}
