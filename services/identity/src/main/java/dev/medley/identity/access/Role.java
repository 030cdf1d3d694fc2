package dev.medley.identity.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A role of the platform, kept as a group of the user pool; other groups of the pool are none of its business. */
public enum Role {
    /** Manages users and reads the audit log. */
    @JsonProperty("admin")
    ADMIN(1),
    /** Watches queues and runs, and sees users. */
    @JsonProperty("operator")
    OPERATOR(2),
    /** Belongs to a partner. */
    @JsonProperty("partner")
    PARTNER(4),
    /** Nothing beyond a sign-in. */
    @JsonProperty("user")
    USER(8);

    /** Its own bit in the version of a set of roles. */
    private final long bit;

    Role(long bit) {
        this.bit = bit;
    }

    /** The name of its group. */
    String group() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Set<Role> ofGroups(Collection<String> groups) {
        return setOf(Arrays.stream(values())
                .filter(role -> groups.contains(role.group()))
                .toList());
    }

    static Set<Role> setOf(Collection<Role> roles) {
        Set<Role> set = EnumSet.noneOf(Role.class);
        set.addAll(roles);
        return set;
    }

    /** Tells one set of roles from every other, for an entity tag. */
    static long version(Collection<Role> roles) {
        return roles.stream().mapToLong(role -> role.bit).distinct().sum();
    }
}
