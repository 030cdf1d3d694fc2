package dev.medley.standins.cognito;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cognitoidentityprovider.model.CognitoIdentityProviderException;

/**
 * Writes down how a call ended so that two pools can be compared: an error as {@code Type: message}, an answer as its
 * shape, the names of its members in braces. Few members are worth their value.
 */
final class Outcomes {

    private static final Set<String> WITH_VALUE =
            Set.of("ChallengeName", "Destination", "Enabled", "TokenType", "UserConfirmed", "UserStatus");

    private Outcomes() {}

    /** The outcome of a call. */
    static String of(Supplier<? extends SdkPojo> call) {
        try {
            return shape(call.get());
        } catch (CognitoIdentityProviderException e) {
            return of(e);
        }
    }

    /** An answer without a type is none of the protocol's. */
    static String of(CognitoIdentityProviderException error) {
        AwsErrorDetails details = error.awsErrorDetails();
        return details.errorCode() == null
                ? "HTTP " + error.statusCode()
                : details.errorCode() + ": " + details.errorMessage();
    }

    /** Outcomes of steps, one after the other. */
    static String then(String... steps) {
        return String.join("; ", steps);
    }

    private static String shape(SdkPojo answer) {
        Map<String, String> members = new TreeMap<>();
        for (SdkField<?> field : answer.sdkFields()) {
            Object value = field.getValueOrDefault(answer);
            if (value != null && !absent(value)) {
                members.put(field.locationName(), value(field.locationName(), value));
            }
        }
        return members.entrySet().stream()
                .map(member -> member.getKey() + member.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** An empty list or map says no more than none. */
    private static boolean absent(Object value) {
        return (value instanceof Map<?, ?> map && map.isEmpty()) || (value instanceof List<?> list && list.isEmpty());
    }

    private static String value(String name, Object value) {
        return switch (value) {
            case SdkPojo pojo -> shape(pojo);
            case Map<?, ?> map -> names(map.keySet());
            case Collection<?> all -> elements(all);
            default -> WITH_VALUE.contains(name) ? "=" + value : "";
        };
    }

    private static String names(Set<?> keys) {
        Set<String> names = new TreeSet<>();
        keys.forEach(key -> names.add(String.valueOf(key)));
        return "{" + String.join(", ", names) + "}";
    }

    private static String elements(Collection<?> all) {
        List<String> shapes = new ArrayList<>();
        for (Object element : all) {
            String shape = element instanceof SdkPojo pojo ? shape(pojo) : "";
            if (!shapes.contains(shape)) {
                shapes.add(shape);
            }
        }
        return "[" + String.join(", ", shapes) + "]";
    }
}
