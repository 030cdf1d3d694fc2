package dev.medley.web.idempotency;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemError;
import dev.medley.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header: a structured-field string (RFC 9651) or, as many clients send it, the bare key. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";
    static final int MAX_LENGTH = 255;

    private static final Pattern QUOTED =
            Pattern.compile("\"((?:[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]|\\\\[\"\\\\])*)\"");
    private static final Pattern BARE = Pattern.compile("[\\x21\\x23-\\x7E]+");

    private IdempotencyKey() {}

    /**
     * The key of a request, or null when it has none and need not.
     *
     * @throws ProblemException {@link ProblemCode#INVALID_REQUEST} when missing though required, or not of either form
     */
    static @Nullable String of(HttpServletRequest request, boolean required) {
        List<String> values = Collections.list(request.getHeaders(HEADER));
        if (values.isEmpty()) {
            if (required) {
                throw invalid("is required");
            }
            return null;
        }
        if (values.size() > 1) {
            throw invalid("must be sent once");
        }
        String key = unquote(values.getFirst().strip());
        if (key.isEmpty() || key.length() > MAX_LENGTH) {
            throw invalid("must have 1 to " + MAX_LENGTH + " characters");
        }
        return key;
    }

    private static String unquote(String value) {
        Matcher quoted = QUOTED.matcher(value);
        if (quoted.matches()) {
            return quoted.group(1).replaceAll("\\\\(.)", "$1");
        }
        if (value.isEmpty() || BARE.matcher(value).matches()) {
            return value;
        }
        throw invalid("must be printable ASCII, in double quotes or bare");
    }

    private static ProblemException invalid(String detail) {
        return ProblemException.of(ProblemCode.INVALID_REQUEST, HEADER + " " + detail + ".")
                .withErrors(List.of(new ProblemError("/header/" + HEADER, detail)));
    }
}
