package dev.medley.standins.cognito;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.springframework.jdbc.core.simple.JdbcClient;
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
        CodeMail mail,
        Triggers triggers) {

    Handler handler(UnitOfWork work) {
        JsonMapper json = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
        Operations operations = new Operations(groups(json, work), work);
        return new WireHandler(operations, new Discovery(pool, issuer, keys), json);
    }

    private List<OperationGroup> groups(JsonMapper json, UnitOfWork work) {
        AppClients clients = new AppClients(jdbc);
        Users users = new Users(jdbc, json, clock);
        Groups groups = new Groups(jdbc, clock);
        SlowHash slowHash = new SlowHash();
        Limits limits = new Limits(jdbc, clock);
        VerificationCodes codes = new VerificationCodes(jdbc, secrets, slowHash, limits, clock);
        Postman postman = new Postman(mail, new CustomMessageTrigger(triggers));
        SignUpTriggers signUpTriggers = new SignUpTriggers(triggers);
        Sessions sessions = new Sessions(jdbc, secrets, clock, settings.refreshTokenLifetime());
        TokenIssuer tokens = new TokenIssuer(issuer, keys, groups, settings, clock);
        AuthChallenges challenges = new AuthChallenges(jdbc, secrets, clock);
        NewPasswordChallenge newPassword =
                new NewPasswordChallenge(challenges, users, slowHash, sessions, tokens, json);
        SignInCompletion completion = new SignInCompletion(sessions, tokens, newPassword, clock);
        PasswordSignIn passwords = new PasswordSignIn(users, slowHash, new SignInGuard(jdbc, clock), completion);
        CustomSignIn custom = new CustomSignIn(
                new Claimants(pool, users), challenges, new AuthChallengeTriggers(triggers), completion, work);
        return List.of(
                new SignUpOperations(clients, users, slowHash, codes, limits, postman, signUpTriggers, work),
                new AuthOperations(
                        pool,
                        clients,
                        passwords,
                        new TokenRefresher(sessions, users, tokens, clock),
                        newPassword,
                        custom,
                        work),
                new PasswordOperations(clients, users, slowHash, codes, limits, postman, signUpTriggers, work),
                new SessionOperations(clients, new AccessTokens(issuer, keys, sessions, users, clock), sessions),
                new UserAdministration(pool, users, slowHash, secrets, postman, signUpTriggers, work),
                new UserListing(pool, users),
                new GroupOperations(pool, users, groups),
                new PoolOperations(pool, clients, users, settings));
    }
}
