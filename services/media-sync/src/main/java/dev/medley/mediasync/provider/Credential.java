package dev.medley.mediasync.provider;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is shown to a provider to be let in. Texts of it leave every secret out. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Credential.OAuth.class, name = "oauth"),
    @JsonSubTypes.Type(value = Credential.Cookies.class, name = "cookies"),
    @JsonSubTypes.Type(value = Credential.Basic.class, name = "basic"),
    @JsonSubTypes.Type(value = Credential.Bearer.class, name = "bearer")
})
public sealed interface Credential {

    /** The name of its kind, as clients send it. */
    String kindName();

    /**
     * Tokens of OAuth 2.0 (RFC 6749) that are renewed by a refresh token.
     *
     * @param clientId our client
     * @param clientSecret its secret
     * @param refreshToken what the next refresh uses up
     * @param accessToken absent until the first refresh
     * @param obtainedAt when the access token was issued to us
     */
    record OAuth(
            String clientId,
            String clientSecret,
            String refreshToken,
            @Nullable String accessToken,
            @Nullable Instant obtainedAt)
            implements Credential {

        @Override
        public String kindName() {
            return "oauth";
        }

        /** The same account with new tokens. */
        public OAuth renewed(String newAccessToken, @Nullable String newRefreshToken, Instant now) {
            // RFC 6749 section 6: a server that issues no new refresh token leaves the old one valid.
            return new OAuth(
                    clientId,
                    clientSecret,
                    newRefreshToken == null ? refreshToken : newRefreshToken,
                    newAccessToken,
                    now);
        }

        @Override
        public String toString() {
            return "OAuth[obtainedAt=" + obtainedAt + "]";
        }
    }

    /**
     * Cookies of a signed-in browser. They cannot be renewed: a person has to hand over new ones.
     *
     * @param accessToken the cookie {@code gp_access_token}
     * @param userId the cookie {@code gp_user_id}
     */
    record Cookies(String accessToken, String userId) implements Credential {

        @Override
        public String kindName() {
            return "cookies";
        }

        @Override
        public String toString() {
            return "Cookies[]";
        }
    }

    /**
     * A user name and password (RFC 7617).
     *
     * @param username without colon
     * @param password the password
     */
    record Basic(String username, String password) implements Credential {

        @Override
        public String kindName() {
            return "basic";
        }

        @Override
        public String toString() {
            return "Basic[]";
        }
    }

    /**
     * A token that works until somebody revokes it (RFC 6750).
     *
     * @param token the token
     */
    record Bearer(String token) implements Credential {

        @Override
        public String kindName() {
            return "bearer";
        }

        @Override
        public String toString() {
            return "Bearer[]";
        }
    }
}
