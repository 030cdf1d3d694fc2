package dev.medley.accounts.personaldata;

import org.jspecify.annotations.Nullable;

/**
 * What one part of a service holds of users. Each part that stores anything about a user declares a bean of this type; its
 * name is the member under which its share appears in an export.
 */
public interface PersonalData {

    /**
     * Everything held of a user, for the user to read.
     *
     * @return a value that Jackson writes; null when there is nothing
     */
    @Nullable
    Object export(String userId);

    /**
     * Erases what the database holds of a user. Runs once, in one transaction with the other parts of the service; what it
     * does outside the database may happen again and has to bear that.
     */
    void erase(String userId);

    /**
     * Erases the objects held of a user. Runs when the transaction of {@link #erase} is committed, so no row tells any more
     * which there are, and outside of any transaction. Runs again until no part fails, and may run once more after that:
     * only then the service says that the user is erased.
     */
    default void eraseObjects(String userId) {}
}
