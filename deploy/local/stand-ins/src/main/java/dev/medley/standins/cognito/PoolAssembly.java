package dev.medley.standins.cognito;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Puts the parts of the pool together; a new group of operations is added here. */
record PoolAssembly(
        CognitoSettings settings,
        UserPool pool,
        URI issuer,
        JdbcClient jdbc,
        SigningKeys keys,
        Secrets secrets,
        InstantSource clock,
        CodeMail mail) {

    Handler handler(TransactionTemplate transactions) {
        JsonMapper json = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
        Operations operations = new Operations(groups(json), transactions);
        return new WireHandler(operations, new Discovery(pool, issuer, keys), json);
    }

    private List<OperationGroup> groups(JsonMapper json) {
        AppClients clients = new AppClients(jdbc);
        Users users = new Users(jdbc, json, clock);
        Groups groups = new Groups(jdbc, clock);
        SlowHash slowHash = new SlowHash();
        Limits limits = new Limits(jdbc, clock);
        VerificationCodes codes = new VerificationCodes(jdbc, secrets, slowHash, limits, clock);
        Postman postman = new Postman(mail);
        Sessions sessions = new Sessions(jdbc, secrets, clock, settings.refreshTokenLifetime());
        TokenIssuer tokens = new TokenIssuer(issuer, keys, groups, settings, clock);
        NewPasswordChallenge newPassword = new NewPasswordChallenge(
                new AuthChallenges(jdbc, secrets, clock), users, slowHash, sessions, tokens, json);
        PasswordSignIn passwords =
                new PasswordSignIn(users, slowHash, new SignInGuard(jdbc, clock), sessions, tokens, newPassword, clock);
        return List.of(
                new SignUpOperations(clients, users, slowHash, codes, limits, postman),
                new AuthOperations(
                        pool, clients, passwords, new TokenRefresher(sessions, users, tokens, clock), newPassword),
                new PasswordOperations(clients, users, slowHash, codes, limits, postman),
                new SessionOperations(clients, new AccessTokens(issuer, keys, sessions, users, clock), sessions),
                new UserAdministration(pool, users, slowHash, secrets, postman),
                new UserListing(pool, users),
                new GroupOperations(pool, users, groups),
                new PoolOperations(pool, clients, users, settings));
    }
}
