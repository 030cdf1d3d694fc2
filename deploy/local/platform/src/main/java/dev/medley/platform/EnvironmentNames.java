package dev.medley.platform;

import java.util.Locale;

/**
 * Spring property names as environment variables, by
 * <a href="https://docs.spring.io/spring-boot/reference/features/external-config.html#features.external-config.typesafe-configuration-properties.relaxed-binding.environment-variables">
 * Boot's rule</a>: dots become underscores, dashes go, letters are upper case; a list index stands between underscores.
 */
final class EnvironmentNames {

    private EnvironmentNames() {}

    static String of(String property) {
        return property.replace("].", "_")
                .replace("]", "")
                .replace('[', '_')
                .replace('.', '_')
                .replace("-", "")
                .toUpperCase(Locale.ROOT);
    }
}
