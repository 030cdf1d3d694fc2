package dev.medley.identity.account;

import dev.medley.accounts.personaldata.PersonalData;
import dev.medley.identity.audit.AuditLog;
import dev.medley.identity.cognito.UserDirectory;
import dev.medley.identity.picture.Pictures;
import dev.medley.identity.session.SessionRevoker;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The account itself: in the user pool, the profile, its picture, and the last export. */
@Component("account")
class AccountData implements PersonalData {

    private final JdbcClient jdbc;
    private final UserDirectory pool;
    private final Pictures pictures;
    private final DataExports exports;
    private final ExportAssembler files;
    private final SessionRevoker sessions;
    private final AuditLog audit;
    private final JsonMapper json;

    AccountData(
            JdbcClient jdbc,
            UserDirectory pool,
            Pictures pictures,
            DataExports exports,
            ExportAssembler files,
            SessionRevoker sessions,
            AuditLog audit,
            JsonMapper json) {
        this.jdbc = jdbc;
        this.pool = pool;
        this.pictures = pictures;
        this.exports = exports;
        this.files = files;
        this.sessions = sessions;
        this.audit = audit;
        this.json = json;
    }

    /** Whole rows, so that a column which is added later is not forgotten here. */
    @Override
    public @Nullable Object export(String userId) {
        JsonNode account = json.readTree(
                jdbc.sql("""
                        SELECT jsonb_build_object(
                            'profile', (SELECT to_jsonb(profile) - 'search_text' FROM profile WHERE user_id = :userId),
                            'picture', (SELECT to_jsonb(picture) FROM picture WHERE user_id = :userId),
                            'awaitedPictures', (SELECT jsonb_agg(to_jsonb(picture_upload)) FROM picture_upload
                                                WHERE user_id = :userId),
                            'actions', (SELECT jsonb_agg(jsonb_build_object(
                                            'at', at, 'action', action, 'outcome', outcome,
                                            'clientAddress', client_address, 'resource', resource,
                                            'byYou', actor IS NOT DISTINCT FROM person_id)
                                            ORDER BY sequence)
                                        FROM audit_entry JOIN audit_person ON person_id IN (actor, target)
                                        WHERE user_id = :userId))
                        """).param("userId", userId).query(String.class).single());
        return account.path("profile").isNull() ? null : account;
    }

    /** Each step may be repeated: what fails half-way is delivered again. */
    @Override
    public void erase(String userId) {
        jdbc.sql("DELETE FROM profile WHERE user_id = :userId")
                .param("userId", userId)
                .update();
        pictures.remove(userId);
        exports.delete(userId).ifPresent(files::deleteParts);
        files.delete(userId);
        pool.remove(userId);
        // Once more, for tokens that were issued since the erasure was asked for.
        sessions.revoke(userId);
        audit.forget(userId);
    }
}
