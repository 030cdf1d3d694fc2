package dev.medley.mediasync.provider;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in GoPro's listing, which knows numbered pages only. Media deleted in the meantime move later ones to earlier
 * pages, so it is kept what tells such a shift.
 *
 * @param page from 1
 * @param size items of a page
 * @param shownUntil the youngest item that was listed when the place was left; null where listing only goes on, and where
 *     no item tells its time
 * @param total items that there were
 */
record GoProPosition(int page, int size, @Nullable Instant shownUntil, long total) {

    static GoProPosition start(int size) {
        return new GoProPosition(1, size, null, 0);
    }

    /** Where listing goes on after a page. */
    static GoProPosition after(int page, int size, GoProAnswers.Page answer) {
        return new GoProPosition(page + 1, size, null, answer.totalItems());
    }

    /** Where a later listing takes this one up: at the page itself, for others may have moved onto it or been added. */
    GoProPosition resume(int number, int limit, GoProAnswers.Page answer) {
        Instant youngest =
                answer.times().isEmpty() ? shownUntil : answer.times().getLast();
        boolean timeless = youngest == null && !answer.items().isEmpty();
        return new GoProPosition(
                number,
                limit,
                timeless ? null : Objects.requireNonNullElse(youngest, Instant.EPOCH),
                answer.totalItems());
    }

    /** The same place for pages of another size. */
    GoProPosition withSize(int other) {
        long before = (page - 1L) * size;
        return other == size ? this : new GoProPosition((int) (before / other) + 1, other, shownUntil, total);
    }

    /** Whether items before this page may never have been listed. */
    boolean mayHaveMissed(GoProAnswers.Page answer, int number) {
        if (number > answer.totalPages() && shownUntil != null) {
            return true;
        }
        if (shownUntil == null) {
            return answer.totalItems() < total;
        }
        return answer.items().isEmpty()
                || (!answer.times().isEmpty() && answer.times().getFirst().isAfter(shownUntil));
    }

    /** The same after one page was read again; between two pages of one listing that is enough. */
    GoProPosition lookedBack() {
        return shownUntil == null ? new GoProPosition(page, size, null, 0) : this;
    }
}
