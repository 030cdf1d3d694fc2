package dev.medley.identity.auth;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The answer to both forms of sign-up.
 *
 * @param message for people
 * @param userSub after a registration; says nothing about whether the account is new
 * @param email after a confirmation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SignUpResponse(
        String message, @Nullable String userSub, @Nullable String email) {}
