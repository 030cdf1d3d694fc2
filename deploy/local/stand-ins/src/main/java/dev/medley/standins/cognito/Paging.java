package dev.medley.standins.cognito;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Pages of listings. The token is the key of the last row shown, so that rows added meanwhile repeat and hide nothing.
 *
 * @param <T> a row
 * @param rows of this page
 * @param token of the next page, absent on the last
 */
record Paging<T>(List<T> rows, @Nullable String token) {

    /** The most that any listing gives at once. */
    static final int LARGEST = 60;

    /** The size of page that a request wants; none and 0 mean the largest. */
    static int limit(Input input, String member) {
        Integer limit = input.optionalInteger(member, 0, LARGEST);
        return limit == null || limit == 0 ? LARGEST : limit;
    }

    /** The key after which the page begins, or {@code first}. */
    static String after(Input input, String member, String first) {
        String token = input.optionalText(member);
        if (token == null) {
            return first;
        }
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw invalidToken();
        }
    }

    static CognitoError invalidToken() {
        return CognitoError.invalidParameter("Invalid pagination token");
    }

    /**
     * Cuts a page.
     *
     * @param rows one more than the limit, if there are so many
     */
    static <T> Paging<T> cut(List<T> rows, int limit, Function<T, String> key) {
        if (rows.size() <= limit) {
            return new Paging<>(rows, null);
        }
        List<T> page = rows.subList(0, limit);
        byte[] last = key.apply(page.getLast()).getBytes(StandardCharsets.UTF_8);
        return new Paging<>(page, Base64.getUrlEncoder().withoutPadding().encodeToString(last));
    }
}
