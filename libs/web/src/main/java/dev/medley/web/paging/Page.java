package dev.medley.web.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing.
 *
 * @param items in the order of the listing
 * @param next the cursor of the page that follows; absent on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page out of rows that were read with one more than asked for, so that the last page is known to be the last
     * without a count.
     *
     * @param rows at most {@code limit.value() + 1} rows in the order of the listing
     * @param cursor makes the cursor of the last row that is on the page
     */
    public static <T> Page<T> of(List<T> rows, PageLimit limit, Function<T, String> cursor) {
        if (rows.size() <= limit.value()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, limit.value());
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    /** The same page with every item converted, for example to its response record. */
    public <R> Page<R> map(Function<T, R> conversion) {
        return new Page<>(items.stream().map(conversion).toList(), next);
    }
}
