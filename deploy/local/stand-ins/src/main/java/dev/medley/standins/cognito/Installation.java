package dev.medley.standins.cognito;

import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is generated once and then found again at every start.
 *
 * @param pool the user pool
 * @param confidential the client of the server side, with a secret
 * @param open the client of browsers and apps, which could keep none
 */
record Installation(UserPool pool, AppClient confidential, AppClient open) {

    private static final String CONFIDENTIAL = "server";
    private static final String PUBLIC = "public";

    static Installation findOrCreate(JdbcClient jdbc, Secrets secrets, InstantSource clock, String region) {
        UserPool pool = findPool(jdbc);
        if (pool == null) {
            pool = new UserPool(region + "_" + secrets.alphanumeric(9), "medley", UUID.randomUUID(), clock.instant());
            jdbc.sql("insert into cognito.user_pool (id, name, decoy_key, created_at) values (?, ?, ?, ?)")
                    .params(pool.id(), pool.name(), pool.decoyKey(), Database.timestamp(pool.createdAt()))
                    .update();
            insert(jdbc, pool, newClient(secrets, clock, CONFIDENTIAL, secrets.lowerAlphanumeric(52)));
            insert(jdbc, pool, newClient(secrets, clock, PUBLIC, null));
        }
        AppClients clients = new AppClients(jdbc);
        return new Installation(pool, clients.named(CONFIDENTIAL), clients.named(PUBLIC));
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

    private static AppClient newClient(Secrets secrets, InstantSource clock, String name, @Nullable String secret) {
        return new AppClient(secrets.lowerAlphanumeric(26), name, secret, clock.instant());
    }

    private static void insert(JdbcClient jdbc, UserPool pool, AppClient client) {
        jdbc.sql("""
                        insert into cognito.app_client (id, pool_id, name, secret, created_at)
                        values (:id, :pool, :name, :secret, :now)
                        """)
                .param("id", client.id())
                .param("pool", pool.id())
                .param("name", client.name())
                .param("secret", client.secret())
                .param("now", Database.timestamp(client.createdAt()))
                .update();
    }

    String confidentialSecret() {
        String secret = confidential.secret();
        if (secret == null) {
            throw new IllegalStateException("client " + confidential.id() + " was stored without its secret");
        }
        return secret;
    }
}
