package dev.medley.identity.trigger;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may sign up. Domains are what follows the {@code @}; a domain does not stand for those below it.
 *
 * @param allowedDomains whose addresses may have accounts; none means all
 * @param confirmedDomains whose addresses need no mailed code, because somebody else vouches for them
 */
@ConfigurationProperties("medley.identity.sign-up")
record SignUpProperties(
        @DefaultValue Set<String> allowedDomains,
        @DefaultValue Set<String> confirmedDomains) {

    /** Domains are compared in lower case. */
    SignUpProperties {
        allowedDomains = lowerCase(allowedDomains);
        confirmedDomains = lowerCase(confirmedDomains);
    }

    boolean accepts(String email) {
        return allowedDomains.isEmpty() || allowedDomains.contains(domainOf(email));
    }

    boolean confirms(String email) {
        return confirmedDomains.contains(domainOf(email));
    }

    private static String domainOf(String email) {
        return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static Set<String> lowerCase(Set<String> domains) {
        return domains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
