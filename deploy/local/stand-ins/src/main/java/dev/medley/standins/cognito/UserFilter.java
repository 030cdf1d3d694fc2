package dev.medley.standins.cognito;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Filter} of ListUsers: {@code attribute = "value"} or {@code attribute ^= "value"} (starts with), a quote in
 * the value escaped by a backslash.
 *
 * @param condition SQL with the parameter {@code :value}
 * @param parameter its value
 */
record UserFilter(String condition, String parameter) {

    private static final Pattern FORM =
            Pattern.compile("\\s*\"?([\\w:]+)\"?\\s*(\\^?=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*");

    /** Filterable attributes and how each is compared; the service compares the status without regard to case. */
    private static final Map<String, String> EXPRESSIONS = Map.of(
            "email", "email",
            "username", "username::text",
            "sub", "username::text",
            "cognito:user_status", "lower(status)");

    static UserFilter parse(@Nullable String filter) {
        if (filter == null || filter.isEmpty()) {
            return new UserFilter(":value = ''", "");
        }
        Matcher matcher = FORM.matcher(filter);
        String expression = matcher.matches() ? EXPRESSIONS.get(matcher.group(1)) : null;
        if (expression == null) {
            throw CognitoError.invalidParameter("Error while parsing filter");
        }
        String value = Users.normalize(matcher.group(3).replaceAll("\\\\(.)", "$1"));
        String condition = matcher.group(2).equals("=") ? " = :value" : " ^@ :value";
        return new UserFilter(expression + condition, value);
    }
}
