package dev.medley.web.security;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;

/**
 * What a Cognito access token must say. It has no audience: the app client stands in {@code client_id}, and
 * {@code token_use} tells it from an id token
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html).
 */
final class AccessTokenRules {

    private AccessTokenRules() {}

    /** All rules, a service's own last. */
    static OAuth2TokenValidator<Jwt> of(TokenProperties pool, Clock clock, Stream<OAuth2TokenValidator<Jwt>> further) {
        List<OAuth2TokenValidator<Jwt>> basic = List.of(
                timely(clock),
                new JwtIssuerValidator(pool.issuer()),
                claim("token_use", "access"::equals),
                claim("client_id", oneOf(pool.clientIds())),
                claim("sub", sub -> sub instanceof String text && !text.isBlank()));
        return new DelegatingOAuth2TokenValidator<>(
                Stream.concat(basic.stream(), further).toList());
    }

    private static JwtTimestampValidator timely(Clock clock) {
        JwtTimestampValidator validator = new JwtTimestampValidator();
        validator.setAllowEmptyExpiryClaim(false);
        validator.setClock(clock);
        return validator;
    }

    /** Tested as Object: a token may carry any JSON type under any name. */
    private static OAuth2TokenValidator<Jwt> claim(String name, Predicate<Object> rule) {
        return new JwtClaimValidator<>(name, rule);
    }

    private static Predicate<Object> oneOf(Set<String> allowed) {
        return value -> value instanceof String text && allowed.contains(text);
    }
}
