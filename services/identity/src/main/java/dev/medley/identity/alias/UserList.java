package dev.medley.identity.alias;

import java.util.List;

/**
 * Some of all users.
 *
 * @param users oldest first
 * @param total how many users the filters leave
 * @param limit the most users asked for
 * @param offset how many users come before these
 * @param hasMore whether any come after them
 */
public record UserList(List<ListedUser> users, long total, int limit, int offset, boolean hasMore) {}
