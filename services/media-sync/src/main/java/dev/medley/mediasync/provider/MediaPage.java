package dev.medley.mediasync.provider;

import java.util.List;

/**
 * Some media of a provider, oldest first, so that what arrives meanwhile comes at the end and shifts nothing.
 *
 * @param items may hold some that were on an earlier page; empty when there is nothing
 * @param next where the page that follows begins; of no use when there is no {@code more}
 * @param resumeAt where a later listing begins so that it misses nothing, whatever came or went in between
 * @param more whether there is a page that follows
 */
public record MediaPage(List<MediaItem> items, String next, String resumeAt, boolean more) {

    /** Copies the items. */
    public MediaPage {
        items = List.copyOf(items);
    }
}
