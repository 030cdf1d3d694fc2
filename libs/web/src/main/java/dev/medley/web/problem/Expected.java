package dev.medley.web.problem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ClassUtils;

/** Says in a client's words what a Java type accepts. */
final class Expected {

    private static final Map<Class<?>, String> WORDS = Map.ofEntries(
            Map.entry(Byte.class, "an integer"),
            Map.entry(Short.class, "an integer"),
            Map.entry(Integer.class, "an integer of 32 bits"),
            Map.entry(Long.class, "an integer of 64 bits"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(UUID.class, "a UUID"),
            Map.entry(Instant.class, "a date-time such as 2026-01-31T12:00:00Z"),
            Map.entry(OffsetDateTime.class, "a date-time such as 2026-01-31T12:00:00Z"),
            Map.entry(ZonedDateTime.class, "a date-time such as 2026-01-31T12:00:00Z"),
            Map.entry(LocalDate.class, "a date such as 2026-01-31"),
            Map.entry(Duration.class, "a duration such as PT15M"));

    private Expected() {}

    /**
     * Completes the sentence "must be …".
     *
     * @param type the Java type of the field or parameter, if known
     * @param enumName how an enum constant is written by clients
     */
    static String of(@Nullable Class<?> type, Function<Object, String> enumName) {
        if (type == null) {
            return "of another type";
        }
        Class<?> boxed = ClassUtils.resolvePrimitiveIfNecessary(type);
        String words = WORDS.get(boxed);
        if (words != null) {
            return words;
        }
        if (boxed.isEnum()) {
            return Arrays.stream(boxed.getEnumConstants())
                    .map(enumName)
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (Number.class.isAssignableFrom(boxed)) {
            return "a number";
        }
        if (CharSequence.class.isAssignableFrom(boxed)) {
            return "a string";
        }
        if (boxed.isArray() || Collection.class.isAssignableFrom(boxed)) {
            return "an array";
        }
        return boxed.isRecord() || Map.class.isAssignableFrom(boxed) ? "an object" : "a value of another form";
    }
}
