package dev.medley.identity.user;

import dev.medley.web.paging.CursorCodec;
import dev.medley.web.paging.Cursors;
import dev.medley.web.paging.Page;
import dev.medley.web.paging.PageLimit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists users, oldest first. */
@Component
@Transactional(readOnly = true)
public class UserSearch {

    private final JdbcClient jdbc;
    private final CursorCodec cursors;

    UserSearch(JdbcClient jdbc, CursorCodec cursors) {
        this.jdbc = jdbc;
        this.cursors = cursors;
    }

    /**
     * The page behind a cursor.
     *
     * @param cursor as the client sent it; null for the first page
     */
    public Page<UserSummary> page(UserFilter filter, @Nullable String cursor, PageLimit limit) {
        Cursors pages = cursors.forListing(
                "users", filter.text(), filter.status(), filter.subscriptionStatus(), filter.emailType());
        UserQuery query = UserQuery.after(filter, pages.decode(cursor), limit.rowsToRead());
        return Page.of(
                list(query),
                limit,
                user -> pages.encode(List.of(user.createdAt().toString(), user.id())));
    }

    /** The users behind the first {@code offset} ones. */
    public List<UserSummary> slice(UserFilter filter, int offset, int limit) {
        return list(UserQuery.skipping(filter, offset, limit));
    }

    /** How many users there are. */
    public long count(UserFilter filter) {
        UserQuery query = UserQuery.count(filter);
        planForTheseValues();
        return jdbc.sql(query.sql()).params(query.params()).query(Long.class).single();
    }

    private List<UserSummary> list(UserQuery query) {
        planForTheseValues();
        return jdbc.sql(query.sql())
                .params(query.params())
                .query(UserSummary::from)
                .list();
    }

    /** Which index is the right one depends on how many users a text matches: no plan serves them all. */
    private void planForTheseValues() {
        jdbc.sql("SET LOCAL plan_cache_mode = force_custom_plan").update();
    }
}
