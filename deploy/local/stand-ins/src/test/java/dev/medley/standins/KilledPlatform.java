package dev.medley.standins;

import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A process with a PostgreSQL of its own that waits to be killed. */
final class KilledPlatform {

    static final String READY = "ready to be killed";

    private KilledPlatform() {}

    public static void main(String[] args) throws InterruptedException {
        DatabaseAccess access =
                LocalPostgres.start(Path.of(args[0]), 0, args[1]).createSchema("first");
        JdbcClient.create(new DriverManagerDataSource(access.url(), access.username(), access.password()))
                .sql("CREATE TABLE note (text text)")
                .update();
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
