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
     * Erases everything held of a user. Runs inside the transaction that marks the erasure as done; what it does outside
     * the database may happen again and has to bear that.
     */
    void erase(String userId);
}
