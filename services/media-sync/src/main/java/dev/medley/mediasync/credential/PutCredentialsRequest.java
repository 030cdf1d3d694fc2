package dev.medley.mediasync.credential;

import dev.medley.mediasync.provider.Credential;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Credentials to keep. Which members there must be depends on the kind.
 *
 * @param kind {@code oauth}, {@code cookies}, {@code basic} or {@code bearer}
 * @param clientId of kind oauth
 * @param clientSecret of kind oauth
 * @param refreshToken of kind oauth
 * @param accessToken of kind cookies: gp_access_token
 * @param userId of kind cookies: gp_user_id
 * @param username of kind basic
 * @param password of kind basic
 * @param token of kind bearer
 */
record PutCredentialsRequest(
        @NotNull @Pattern(regexp = "oauth|cookies|basic|bearer")
        String kind,

        @Pattern(regexp = VISIBLE) @Nullable String clientId,
        @Pattern(regexp = VISIBLE) @Nullable String clientSecret,
        @Pattern(regexp = VISIBLE) @Nullable String refreshToken,
        @Pattern(regexp = COOKIE) @Nullable String accessToken,
        @Pattern(regexp = COOKIE) @Nullable String userId,
        @Pattern(regexp = "[^:\\p{Cntrl}]{1,255}") @Nullable String username,
        @Pattern(regexp = "[^\\p{Cntrl}]{1,1024}") @Nullable String password,
        @Pattern(regexp = VISIBLE) @Nullable String token) {

    /** Nothing that would end a header. */
    private static final String VISIBLE = "[\\x21-\\x7E]{1,8192}";

    /** RFC 6265 section 4.1.1: what a cookie's value may consist of. */
    private static final String COOKIE = "[\\x21\\x23-\\x2B\\x2D-\\x3A\\x3C-\\x5B\\x5D-\\x7E]{1,8192}";

    Credential credential() {
        return switch (kind) {
            case "oauth" ->
                new Credential.OAuth(
                        given("clientId", clientId),
                        given("clientSecret", clientSecret),
                        given("refreshToken", refreshToken),
                        null,
                        null);
            case "cookies" -> new Credential.Cookies(given("accessToken", accessToken), given("userId", userId));
            case "basic" -> new Credential.Basic(given("username", username), given("password", password));
            default -> new Credential.Bearer(given("token", token));
        };
    }

    private String given(String name, @Nullable String value) {
        if (value == null) {
            throw ProblemException.of(
                    ProblemCode.INVALID_REQUEST, "/%s is needed for credentials of kind %s.".formatted(name, kind));
        }
        return value;
    }

    /** Leaves every secret out. */
    @Override
    public String toString() {
        return "PutCredentialsRequest[kind=%s]".formatted(kind);
    }
}
