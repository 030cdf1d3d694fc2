package dev.medley.web.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * What a token allows: {@code cognito:groups} become roles, {@code scope} becomes scopes. A groups claim that is not an
 * array of strings grants nothing, since Cognito never writes one.
 */
final class TokenAuthorities implements Converter<Jwt, Collection<GrantedAuthority>> {

    static final String GROUPS = "cognito:groups";
    static final String ROLE = "ROLE_";

    @Override
    public Collection<GrantedAuthority> convert(Jwt token) {
        Stream<String> roles = groups(token).stream().map(ROLE::concat);
        Stream<String> scopes = token.getClaims().get("scope") instanceof String scope
                ? Arrays.stream(scope.split(" "))
                        .filter(name -> !name.isEmpty())
                        .map("SCOPE_"::concat)
                : Stream.empty();
        return Stream.concat(roles, scopes)
                .map(authority -> (GrantedAuthority) new SimpleGrantedAuthority(authority))
                .toList();
    }

    private static List<String> groups(Jwt token) {
        if (token.getClaims().get(GROUPS) instanceof List<?> values) {
            return values.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .toList();
        }
        return List.of();
    }
}
