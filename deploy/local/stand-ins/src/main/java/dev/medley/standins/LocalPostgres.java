package dev.medley.standins;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A PostgreSQL server of the version that production runs, from packaged binaries, on the loopback address. */
public final class LocalPostgres implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private final DataSource administrator;
    private final String url;
    private final Closeable server;

    private LocalPostgres(DataSource administrator, String url, Closeable server) {
        this.administrator = administrator;
        this.url = url;
        this.server = server;
    }

    /**
     * Starts the server, which asks for passwords on every connection.
     *
     * @param dataDirectory where the data stays between runs; null for a temporary directory that is removed at the end
     * @param port to listen on; 0 for any free one
     * @param password the administrator's: set when the data directory is made, the same at every later start
     */
    public static LocalPostgres start(@Nullable Path dataDirectory, int port, String password) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setConnectConfig("password", password)
                .setPGStartupWait(START_LIMIT)
                .setServerConfig("max_connections", "200");
        try {
            if (dataDirectory != null) {
                Files.createDirectories(dataDirectory);
                new LeftoverPostgres(dataDirectory).remove();
                // The server's command line is to name the directory as its lock file does, absolutely.
                builder.setDataDirectory(dataDirectory.toRealPath()).setCleanDataDirectory(false);
            } else {
                // Nothing of a test run has to survive a crash of the machine.
                builder.setServerConfig("fsync", "off").setServerConfig("synchronous_commit", "off");
            }
            EmbeddedPostgres server = startProtected(builder, password);
            if (dataDirectory != null) {
                protectOlder(dataDirectory, JdbcClient.create(server.getPostgresDatabase()), password);
            }
            String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres";
            return new LocalPostgres(server.getPostgresDatabase(), url, server);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    /** Has {@code initdb} set the password and require it, so that there is no moment at which anybody gets in. */
    private static EmbeddedPostgres startProtected(EmbeddedPostgres.Builder builder, String password)
            throws IOException {
        Path passwordFile = Files.createTempFile("medley-postgres", ".password"); // readable by its owner only
        try {
            Files.writeString(passwordFile, password);
            // The builder has no setting for these, but hands every locale setting to initdb as an option.
            return builder.setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", passwordFile.toString())
                    .start();
        } finally {
            Files.delete(passwordFile);
        }
    }

    /** A data directory made before passwords were required lets everybody in: it gets the rules of a new one. */
    private static void protectOlder(Path dataDirectory, JdbcClient administrator, String password) throws IOException {
        Path rules = dataDirectory.resolve("pg_hba.conf");
        String present = Files.readString(rules);
        String strict = present.replaceAll("(?m)^((?:local|host)\\s.*\\s)trust$", "$1scram-sha-256");
        if (strict.equals(present)) {
            return;
        }
        String change = administrator
                .sql("SELECT format('ALTER ROLE postgres PASSWORD %L', CAST(? AS text))")
                .param(password)
                .query(String.class)
                .single();
        administrator.sql(change).update();
        Files.writeString(rules, strict);
        administrator.sql("SELECT pg_reload_conf()").query(Boolean.class).single();
    }

    /** Uses a running server, which stays the caller's to stop. */
    static LocalPostgres connectedTo(DatabaseAccess administrator) {
        DataSource connections =
                new DriverManagerDataSource(administrator.url(), administrator.username(), administrator.password());
        return new LocalPostgres(connections, administrator.url(), () -> {});
    }

    /** Connections as the server's administrator. */
    public DataSource administrator() {
        return administrator;
    }

    /** Creates a service's role and schema by {@code deploy/database.sql}, or gives an existing role a new password. */
    public DatabaseAccess createSchema(String service) {
        String password = UUID.randomUUID().toString();
        String script =
                resource("/medley/database.sql").replace("${service}", service).replace("${password}", password);
        JdbcClient.create(administrator).sql(script).update();
        return new DatabaseAccess(url, service, password);
    }

    /** The JDBC address without user. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not stop", e);
        }
    }

    private static String resource(String name) {
        try (InputStream in = LocalPostgres.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
