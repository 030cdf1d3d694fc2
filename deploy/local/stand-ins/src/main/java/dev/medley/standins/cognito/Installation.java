package dev.medley.standins.cognito;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is generated once and then found again at every start.
 *
 * @param pool the user pool
 * @param confidential the client of the server side, with a secret
 * @param open the client of browsers and apps, which could keep none
 * @param rotating another one without a secret, whose refresh tokens are replaced at each use
 * @param service acts in its own name, with the scope {@value #INTERNAL}
 */
record Installation(UserPool pool, AppClient confidential, AppClient open, AppClient rotating, AppClient service) {

    /** What services ask for to call each other: scope {@code internal} of the resource server {@code medley}. */
    static final String INTERNAL = "medley/internal";

    /** Long enough for a retry after a lost answer; the service allows a minute. */
    static final Duration ROTATION_GRACE = Duration.ofSeconds(10);

    static Installation findOrCreate(JdbcClient jdbc, Secrets secrets, InstantSource clock, String region) {
        UserPool pool = findPool(jdbc);
        if (pool == null) {
            pool = new UserPool(region + "_" + secrets.alphanumeric(9), "medley", UUID.randomUUID(), clock.instant());
            jdbc.sql("insert into cognito.user_pool (id, name, decoy_key, created_at) values (?, ?, ?, ?)")
                    .params(pool.id(), pool.name(), pool.decoyKey(), Database.timestamp(pool.createdAt()))
                    .update();
        }
        Maker maker = new Maker(new AppClients(jdbc), pool, secrets, clock);
        return new Installation(
                pool,
                maker.findOrCreate("server", secrets.clientSecret(), null, List.of()),
                maker.findOrCreate("public", null, null, List.of()),
                maker.findOrCreate("rotating", null, ROTATION_GRACE, List.of()),
                maker.findOrCreate("service", secrets.clientSecret(), null, List.of(INTERNAL)));
    }

    private static @Nullable UserPool findPool(JdbcClient jdbc) {
        return jdbc.sql("select id, name, decoy_key, created_at from cognito.user_pool")
                .query((row, _) -> new UserPool(
                        row.getString("id"),
                        row.getString("name"),
                        row.getObject("decoy_key", UUID.class),
                        Database.instant(row, "created_at")))
                .optional()
                .orElse(null);
    }

    private record Maker(AppClients clients, UserPool pool, Secrets secrets, InstantSource clock) {

        /** An installation of before may lack a client that was thought of later. */
        AppClient findOrCreate(
                String name, @Nullable String secret, @Nullable Duration rotationGrace, List<String> scopes) {
            return clients.named(name).orElseGet(() -> {
                AppClient client = new AppClient(
                        secrets.lowerAlphanumeric(26), name, secret, rotationGrace, scopes, clock.instant());
                clients.add(pool, client);
                return client;
            });
        }
    }

    /** The secret of a client that has one. */
    static String secretOf(AppClient client) {
        String secret = client.secret();
        if (secret == null) {
            throw new IllegalStateException("client " + client.id() + " was stored without its secret");
        }
        return secret;
    }
}
