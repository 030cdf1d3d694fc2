package dev.medley.web.security;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who sends the request; a controller method gets it by declaring a parameter of this type.
 *
 * @param sub the user's id in the user pool, the only one that is never given to somebody else
 * @param groups the groups of the user, for example {@code operator}
 */
public record CurrentUser(String sub, Set<String> groups) {

    /** Copies the groups. */
    public CurrentUser {
        groups = Set.copyOf(groups);
    }

    /** Whether the user belongs to a group. */
    public boolean isIn(String group) {
        return groups.contains(group);
    }

    /** Reads the user from an authentication that this library made. */
    static CurrentUser from(Authentication authentication) {
        return new CurrentUser(
                authentication.getName(),
                authentication.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(authority -> authority != null && authority.startsWith(TokenAuthorities.ROLE))
                        .map(role -> role.substring(TokenAuthorities.ROLE.length()))
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
