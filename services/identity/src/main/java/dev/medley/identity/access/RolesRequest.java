package dev.medley.identity.access;

import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * Sets a user's roles.
 *
 * @param roles all that the user is to have
 */
public record RolesRequest(@NotNull(message = "is required") List<@NotNull Role> roles) {}
