package dev.medley.identity.account;

import dev.medley.accounts.personaldata.PersonalData;
import dev.medley.identity.cognito.UserRemover;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The account itself: in the user pool, the profile, its picture, and the last export. */
@Component("account")
class AccountData implements PersonalData {

    private final JdbcClient jdbc;
    private final UserRemover pool;
    private final DataExports exports;
    private final ExportAssembler files;
    private final JsonMapper json;

    AccountData(JdbcClient jdbc, UserRemover pool, DataExports exports, ExportAssembler files, JsonMapper json) {
        this.jdbc = jdbc;
        this.pool = pool;
        this.exports = exports;
        this.files = files;
        this.json = json;
    }

    /** Whole rows, so that a column which is added later is not forgotten here. */
    @Override
    public @Nullable Object export(String userId) {
        JsonNode account = json.readTree(
                jdbc.sql("""
                        SELECT jsonb_build_object(
                            'profile', (SELECT to_jsonb(profile) FROM profile WHERE user_id = :userId),
                            'picture', (SELECT to_jsonb(picture) FROM picture WHERE user_id = :userId))
                        """).param("userId", userId).query(String.class).single());
        return account.path("profile").isNull() ? null : account;
    }

    /** The user pool comes last: what fails before it leaves an account that can still ask again. */
    @Override
    public void erase(String userId) {
        for (String table : new String[] {"profile", "picture", "picture_upload"}) {
            jdbc.sql("DELETE FROM %s WHERE user_id = :userId".formatted(table))
                    .param("userId", userId)
                    .update();
        }
        exports.delete(userId);
        files.delete(userId);
        pool.remove(userId);
    }
}
