package dev.medley.messaging.listener;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds a deserialised record to what its declaration promises: a component that is not {@code @Nullable} is never
 * {@code null}. Jackson alone would leave absent members {@code null}.
 */
final class RequiredMembers {

    private RequiredMembers() {}

    /** The JSON path of the first required member that is absent, for example {@code data.renditions[].key}. */
    static Optional<String> firstMissing(Record value) {
        return missing(value, "").findFirst();
    }

    private static Stream<String> missing(Record value, String path) {
        return Stream.of(value.getClass().getRecordComponents())
                .flatMap(component -> missing(component, valueOf(component, value), path + component.getName()));
    }

    private static Stream<String> missing(RecordComponent component, @Nullable Object value, String path) {
        return switch (value) {
            case null -> isNullable(component) ? Stream.empty() : Stream.of(path);
            case Record nested -> missing(nested, path + ".");
            case Collection<?> elements -> elements.stream().flatMap(element -> missingElement(element, path + "[]"));
            default -> Stream.empty();
        };
    }

    private static Stream<String> missingElement(@Nullable Object element, String path) {
        return switch (element) {
            case null -> Stream.of(path);
            case Record nested -> missing(nested, path + ".");
            default -> Stream.empty();
        };
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object valueOf(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component + " of " + value.getClass(), e);
        }
    }
}
