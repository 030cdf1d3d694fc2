package dev.medley.identity.access;

import java.util.Collection;
import java.util.List;

/**
 * A user's roles.
 *
 * @param roles in alphabetical order
 */
public record RolesResponse(List<Role> roles) {

    static RolesResponse of(Collection<Role> roles) {
        return new RolesResponse(roles.stream().sorted().toList());
    }
}
