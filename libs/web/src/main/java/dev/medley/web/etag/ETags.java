package dev.medley.web.etag;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemError;
import dev.medley.web.problem.ProblemException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Strong entity tags made of a row's version, and the precondition that guards a change (RFC 9110 sections 8.8.3, 13.1.1). */
public final class ETags {

    private static final Pattern TAG = Pattern.compile("\\s*(W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\")\\s*(?:,|$)");

    private ETags() {}

    /** The tag of a version, quotes included. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Lets a change pass only when it was made from the current version.
     *
     * @param ifMatch the {@code If-Match} header as received
     * @param version the current version
     * @throws ProblemException {@link ProblemCode#PRECONDITION_REQUIRED} without the header,
     *     {@link ProblemCode#PRECONDITION_FAILED} when no tag in it is the current one,
     *     {@link ProblemCode#INVALID_REQUEST} when it is not a list of tags
     */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemException.of(
                    ProblemCode.PRECONDITION_REQUIRED, "If-Match must hold the ETag of the version that you changed.");
        }
        if (!ifMatch.strip().equals("*") && !holds(ifMatch, of(version))) {
            throw ProblemException.of(
                    ProblemCode.PRECONDITION_FAILED, "The resource has changed since that ETag; read it again.");
        }
    }

    /** A weak tag never matches here: If-Match compares strongly. */
    private static boolean holds(String ifMatch, String current) {
        Matcher tags = TAG.matcher(ifMatch);
        boolean found = false;
        int end = 0;
        while (end < ifMatch.length()) {
            if (!tags.find(end) || tags.start() != end) {
                String detail = "must be an entity tag in double quotes, as the ETag header had it";
                throw ProblemException.of(ProblemCode.INVALID_REQUEST, "If-Match " + detail + ".")
                        .withErrors(List.of(new ProblemError("/header/If-Match", detail)));
            }
            found |= tags.group(1) == null && tags.group(2).equals(current);
            end = tags.end();
        }
        return found;
    }
}
