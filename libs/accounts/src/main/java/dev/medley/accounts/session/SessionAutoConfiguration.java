package dev.medley.accounts.session;

import dev.medley.contracts.UserSessionsRevoked;
import dev.medley.data.LibraryMigrations;
import dev.medley.messaging.EventHandler;
import dev.medley.messaging.MessagingAutoConfiguration;
import dev.medley.web.WebAutoConfiguration;
import dev.medley.web.security.ApiSecurityAutoConfiguration;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;

/** Makes a service refuse the access tokens of ended sessions, as {@code user.sessions-revoked} tells it. */
@AutoConfiguration(
        after = {WebAutoConfiguration.class, MessagingAutoConfiguration.class},
        before = ApiSecurityAutoConfiguration.class)
@EnableScheduling
public class SessionAutoConfiguration {

    @Bean
    LibraryMigrations accountsMigrations() {
        return new LibraryMigrations("accounts");
    }

    @Bean
    RevokedSessions revokedSessions(JdbcClient jdbc, InstantSource clock) {
        return new RevokedSessions(jdbc, clock);
    }

    @Bean
    OAuth2TokenValidator<Jwt> revocationRule(RevokedSessions sessions) {
        return new RevocationRule(sessions);
    }

    @Bean
    RevokedSessionsPurge revokedSessionsPurge(RevokedSessions sessions) {
        return new RevokedSessionsPurge(sessions);
    }

    @Bean
    EventHandler<UserSessionsRevoked> revokedSessionsHandler(RevokedSessions sessions) {
        return new SessionsRevokedHandler(sessions);
    }
}
