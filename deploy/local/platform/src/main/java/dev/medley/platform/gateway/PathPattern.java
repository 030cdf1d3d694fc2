package dev.medley.platform.gateway;

import java.util.regex.Pattern;

/**
 * A <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html#path-conditions">
 * path pattern</a> of an Application Load Balancer: {@code *} is any run of characters, {@code ?} exactly one, the rest
 * stands for itself, in its case.
 *
 * @param text as written, starting with a slash and at most 128 characters long
 * @param expression the same as a regular expression
 */
record PathPattern(String text, Pattern expression) {

    private static final int LONGEST = 128;

    /** Refuses what the load balancer would refuse. */
    static PathPattern of(String text) {
        if (!text.startsWith("/") || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "path pattern \"%s\" must start with / and have at most %d characters".formatted(text, LONGEST));
        }
        StringBuilder expression = new StringBuilder();
        text.chars()
                .forEach(character -> expression.append(
                        switch (character) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> Pattern.quote(Character.toString(character));
                        }));
        return new PathPattern(text, Pattern.compile(expression.toString(), Pattern.DOTALL));
    }

    boolean matches(String path) {
        return expression.matcher(path).matches();
    }
}
