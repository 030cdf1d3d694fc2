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
        SlowHash slowHash,
        InstantSource clock,
        CodeMail mail,
        Triggers triggers) {

    Handler handler(UnitOfWork work) {
        JsonMapper json = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
        TokenIssuer tokens = new TokenIssuer(issuer, keys, new Groups(jdbc, clock), settings, clock);
        Operations operations = new Operations(groups(json, work, tokens), work, new Purge(jdbc, clock));
        TokenEndpoint endpoint = new TokenEndpoint(new AppClients(jdbc), tokens);
        return new WireHandler(operations, endpoint, new Discovery(pool, issuer, keys), json);
    }

    private List<OperationGroup> groups(JsonMapper json, UnitOfWork work, TokenIssuer tokens) {
        AppClients clients = new AppClients(jdbc);
        Users users = new Users(jdbc, json, clock);
        UserPages pages = new UserPages(jdbc, json);
        Groups groups = new Groups(jdbc, clock);
        Passwords passwords = new Passwords(pool, slowHash, secrets);
        Limits limits = new Limits(jdbc, clock);
        VerificationCodes codes = new VerificationCodes(jdbc, secrets, slowHash, limits, clock);
        Postman postman = new Postman(mail, new CustomMessageTrigger(triggers));
        SignUpTriggers signUpTriggers = new SignUpTriggers(triggers);
        Sessions sessions = new Sessions(jdbc, secrets, clock, settings.refreshTokenLifetime());
        AuthChallenges challenges = new AuthChallenges(jdbc, secrets, clock);
        NewPasswordChallenge newPassword =
                new NewPasswordChallenge(challenges, users, passwords, sessions, tokens, json);
        SignInCompletion completion = new SignInCompletion(sessions, tokens, newPassword, clock);
        SignInGuard guard = new SignInGuard(jdbc, clock);
        Claimants claimants = new Claimants(pool, users);
        PasswordVerifier verifier = new PasswordVerifier(pool, claimants, challenges, guard, secrets);
        CustomSignIn custom = new CustomSignIn(
                claimants, challenges, new AuthChallengeTriggers(triggers), verifier, completion, work);
        AccessTokens accessTokens = new AccessTokens(issuer, keys, sessions, users, clock);
        TokenRefresher refresher = new TokenRefresher(sessions, users, tokens, clock);
        return List.of(
                new SignUpOperations(clients, users, passwords, codes, limits, postman, signUpTriggers, work),
                new AuthOperations(
                        pool,
                        clients,
                        new PasswordSignIn(users, slowHash, guard, completion),
                        new SrpSignIn(claimants, verifier, completion, custom, work),
                        refresher,
                        newPassword,
                        custom,
                        work),
                new PasswordOperations(clients, users, passwords, codes, limits, postman, signUpTriggers, work),
                new TokenExchange(clients, refresher, sessions, tokens, clock),
                new SessionOperations(clients, accessTokens, sessions),
                new AccountOperations(accessTokens, users, passwords, limits),
                new AttributeOperations(pool, accessTokens, users, codes, limits, postman, work),
                new AccountAdministration(pool, users, sessions, codes, postman, work),
                new UserAdministration(pool, users, passwords, secrets, postman, signUpTriggers, work),
                new UserListing(pool, pages),
                new GroupOperations(pool, users, groups),
                new PoolOperations(pool, pages),
                new ClientOperations(pool, clients, settings));
    }
}
